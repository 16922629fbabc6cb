"""`make large`: documents of 1,000 and 3,200 operations with every construct mixed, and what each stage takes for them.

Each size is built in a process of its own, so that its peak of memory is its own.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from generator import build
from tests.large_document import large

ROOT: Final = Path(__file__).resolve().parent.parent
SIZES: Final = (1000, 3200)
SLACK: Final = 1.5
"""How much more than its share of operations a stage may take in the larger document, and still count as linear."""


class _Clock:
    """Seconds of processor time of this process and its children, for each stage: a busy machine does not lengthen them."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._stage = ""
        self._since = self._now()

    def tell(self, stage: str) -> None:
        """A stage begins."""
        now = self._now()
        self.seconds[self._stage] = self.seconds.get(self._stage, 0.0) + now - self._since
        self._stage, self._since = stage, now

    @staticmethod
    def _now() -> float:
        return sum(os.times()[:4])


def measure(count: int, out: Path) -> dict[str, Any]:
    """Build the document of that size into `out`; what its report says, with the peak of memory in bytes."""
    out.mkdir(parents=True, exist_ok=True)
    spec = out / "large.json"
    spec.write_text(json.dumps(large(count), indent=1), encoding="utf-8")
    clock = _Clock()
    outcome = build.build_specs([spec], "large_client", out, clock.tell)
    clock.tell("")
    clock.seconds.pop("")
    return {
        "code": outcome.code,
        "size": spec.stat().st_size,
        "operations": {name: len(found) for name, found in outcome.report["operations"].items()},
        "notes": outcome.report["notes"],
        "seconds": {**clock.seconds, "all": sum(clock.seconds.values())},
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }


def imported(out: Path) -> str:
    """What importing every module of the package says; empty when all is well."""
    code = (
        "import importlib, pkgutil, large_client\n"
        "for each in pkgutil.walk_packages(large_client.__path__, 'large_client.'): importlib.import_module(each.name)\n"
    )
    done = subprocess.run([sys.executable, "-B", "-c", code], cwd=out, capture_output=True, text=True, check=False)
    return done.stderr[-2000:]


def typed(out: Path) -> str:
    """What mypy strict says of the package; empty when it is clean."""
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", "/dev/null", "large_client"]
    done = subprocess.run(command, cwd=out, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout[-2000:] + done.stderr[-2000:]


def faults(found: dict[str, Any], count: int, out: Path) -> list[str]:
    """Where the package of that size falls short."""
    wrong = [f"{count} operations: {note['code']} {note['where']}: {note['what']}" for note in found["notes"][:10]]
    wrong += [f"{count} operations: {n} are {name}" for name, n in found["operations"].items() if n != count]
    wrong += [f"{count} operations: {said}" for said in (imported(out), typed(out)) if said]
    return wrong


def growth(small: dict[str, Any], large: dict[str, Any], ratio: float) -> list[str]:
    """The stages that grow faster than the documents."""
    wrong = []
    for stage, seconds in large["seconds"].items():
        if seconds > 1 and seconds > small["seconds"].get(stage, 0.0) * ratio * SLACK:
            wrong.append(f"{stage}: {small['seconds'].get(stage, 0.0):.2f} s becomes {seconds:.2f} s")
    if large["memory"] > small["memory"] * ratio * SLACK:
        wrong.append(f"memory: {small['memory']:,} becomes {large['memory']:,} bytes")
    return wrong


def _main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.large", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES))
    parser.add_argument(
        "--measure", type=Path, metavar="DIR", help="build one size there and print what it took as JSON"
    )
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(options.sizes[0], options.measure)))
        return 0
    made, wrong = [], []
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            out = Path(folder) / str(size)
            command = [sys.executable, "-m", "tests.large", str(size), "--measure", str(out)]
            found = json.loads(subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout)
            made.append(found)
            stages = ", ".join(f"{stage} {seconds:.2f}" for stage, seconds in found["seconds"].items())
            print(
                f"{size} operations, {found['size'] / 1e6:.1f} MB: {found['operations']['typed']} typed; {found['memory'] / 2**20:.0f} MB; CPU seconds: {stages}",
                flush=True,
            )
            wrong += faults(found, size, out)
        for size, small, great in zip(options.sizes[1:], made, made[1:], strict=False):
            wrong += growth(small, great, size / options.sizes[0])
    print("\n".join(wrong) or "all typed, imported, clean under mypy strict; every stage grows with the document")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(_main())
