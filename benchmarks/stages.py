"""Time and memory of every stage on a synthetic document, as JSON: `python -m benchmarks.stages OPERATIONS [--render]`.

Runs in the project's environment, one document to a process.
"""

from __future__ import annotations

import gc
import json
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

from .synthetic import document

STATUS = Path("/proc/self/status")
RESET = Path("/proc/self/clear_refs")


class Meter:
    """Processor seconds of each stage, and by how much it raised the memory of the process."""

    def __init__(self) -> None:
        self.found: dict[str, dict[str, float]] = {}

    def of(self, name: str, work: Callable[[], Any]) -> Any:
        RESET.write_text("5")
        before, start = _memory("VmRSS"), time.process_time()
        result = work()
        cpu = time.process_time() - start
        self.found[name] = {"seconds": cpu, "megabytes": max(0.0, _memory("VmHWM") - before)}
        return result


def _memory(field: str) -> float:
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith(field))
    return int(line.split()[1]) / 1024


def measure(operations: int, *, rendered: bool) -> dict[str, Any]:
    """Every stage, in order."""
    meter = Meter()
    quiet = Progress()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "warehouse.json"
        file.write_text(json.dumps(document(operations), indent=1), encoding="utf-8")
        size = file.stat().st_size
        pages, _ = adhoc.adhoc_pages(adhoc.adhoc_files([file]))
        provider = adhoc.adhoc_provider("warehouse", pages, folder / "warehouse")
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
