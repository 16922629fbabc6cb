"""Time and memory of every stage on a synthetic document, as JSON: `python -m benchmarks.stages OPERATIONS [--render]`.

Runs in the project's environment, one document to a process.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator import pipeline
from generator.pipeline import Progress
from generator.provider import adhoc
from generator.render import render
from generator.verify import verify
from generator.write_spec import write_edits, write_spec

STATUS = Path("/proc/self/status")
RESET = Path("/proc/self/clear_refs")


class Meter:
    """Processor seconds of each stage, and the peak of memory while it ran, over what the process had before the first.

    Not over what it had before the stage: one stage uses what another freed, the more so the smaller the document.
    """

    def __init__(self) -> None:
        self.found: dict[str, dict[str, float]] = {}
        self.before = _memory("VmRSS")

    def of(self, name: str, work: Callable[[], Any]) -> Any:
        RESET.write_text("5")
        start = time.process_time()
        result = work()
        cpu = time.process_time() - start
        self.found[name] = {"seconds": cpu, "megabytes": _memory("VmHWM") - self.before}
        return result


def _memory(field: str) -> float:
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith(field))
    return int(line.split()[1]) / 1024


def measure(operations: int, *, rendered: bool) -> dict[str, Any]:
    """Every stage, in order."""
    quiet = Progress()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "warehouse.json"
        # in another process, for what it frees would hide what the stages take
        command = [sys.executable, "-m", "benchmarks.synthetic", str(operations), str(file)]
        subprocess.run(command, check=True)
        size = file.stat().st_size
        pages, _ = adhoc.adhoc_pages(adhoc.adhoc_files([file]))
        provider = adhoc.adhoc_provider("warehouse", pages, folder / "warehouse")
        meter = Meter()
        documents = meter.of("ingest, repair", lambda: pipeline.read_documents(pages, quiet))
        described = meter.of(
            "merge, normalise", lambda: pipeline.describe_documents(provider, pages, documents, quiet, keep_both=True)
        )
        planned = meter.of("lower, surface", lambda: pipeline.plan(described, quiet))
        out = folder / "out"
        out.mkdir()
        if rendered:
            meter.of("render", lambda: render(planned.lowered, planned.surface, out))
            meter.of("verify", lambda: verify(described.spec, planned, out))
        meter.of(
            "write", lambda: (write_spec(described.spec, list(described.applied)), write_edits(list(described.applied)))
        )
    methods = sum(1 for _ in planned.surface.methods())
    return {"operations": operations, "methods": methods, "bytes": size, "stages": meter.found}


if __name__ == "__main__":
    gc.disable()  # as the command does
    print(json.dumps(measure(int(sys.argv[1]), rendered="--render" in sys.argv)))
