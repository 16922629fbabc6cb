"""Print how much of each OpenAPI document in a folder becomes a typed, importable, decoding client.

    python -m tests.measure_corpus FOLDER [-j N] [--match TEXT] [--json FILE] [-v]

Each document is built in a process of its own, within a bound of time and memory, and its package is held against
the document as published: every operation is there, its result, its parameters and its body are typed, every module
imports, and a value made from the published schema decodes and comes back unchanged. The documents are not part of
this project.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from attrs import asdict, define, field, frozen

SUFFIXES: Final = (".json", ".yaml", ".yml")
SECONDS: Final = 300
MEGABYTES: Final = 3072

FAULTS: Final = ("present", "result", "parameters", "body", "import", "decode")


@define
class Found:
    """What one document came to: its operations, and for each fault the operations that have it and why."""

    name: str
    operations: int = 0
    whole: int = 0
    faults: dict[str, dict[str, str]] = field(factory=lambda: {fault: {} for fault in FAULTS})
    losses: list[str] = field(factory=list)
    failure: str = ""
    code: int = -1
    seconds: float = 0.0
    megabytes: int = 0


def documents(folder: Path) -> list[Path]:
    """Every file of the folder that could be a document, in order; a file that is named is taken as it is."""
    if folder.is_file():
        return [folder]
    return sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES and path.is_file())


def measure(path: Path, name: str) -> Found:
    """Measure one document in a process of its own."""
    start = time.monotonic()
    command = [sys.executable, "-m", "tests.measure_document", str(path)]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=SECONDS, preexec_fn=_bound
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return Found(name, failure=f"longer than {SECONDS} s", seconds=SECONDS)
    lines = done.stdout.strip().splitlines()
    try:
        found = Found(**{**json.loads(lines[-1]), "name": name})
    except (IndexError, ValueError):
        last = (done.stderr.strip().splitlines() or ["nothing"])[-1]
        found = Found(name, failure=f"crash ({done.returncode}): {last[:300]}")
    found.seconds = time.monotonic() - start
    return found


def _bound() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))


@frozen
class Table:
    """Every document that was measured."""

    found: Sequence[Found]

    def lines(self, loud: bool) -> list[str]:
        width = min(60, max((len(one.name) for one in self.found), default=4))
        head = f"{'document':{width}} {'ops':>6} {'whole':>6} " + " ".join(f"{fault:>10}" for fault in FAULTS)
        lines = [f"{head} {'losses':>6} {'s':>6} {'MB':>5}"]
        for one in self.found:
            if not loud and one.whole == one.operations and not one.failure and not one.losses:
                continue
            counts = " ".join(f"{len(one.faults[fault]):10}" for fault in FAULTS)
            lines.append(
                f"{one.name[-width:]:{width}} {one.operations:6} {one.whole:6} {counts} {len(one.losses):6} "
                f"{one.seconds:6.1f} {one.megabytes:5}  {one.failure}".rstrip()
            )
        return [*lines, "", *self._causes(), "", *self._totals()]

    def _causes(self) -> list[str]:
        """What is missing by its cause, the commonest first, and the losses that were named."""
        causes: Counter[str] = Counter()
        where: dict[str, str] = {}
        for one in self.found:
            for fault, keys in one.faults.items():
                for key, why in keys.items():
                    causes[f"{fault}: {why}"] += 1
                    where.setdefault(f"{fault}: {why}", f"{one.name} {key}")
            for loss in one.losses:
                code = f"loss: {loss.split(' ', 1)[0]}"
                causes[code] += 1
                where.setdefault(code, f"{one.name} {loss}"[:220])
        return [f"{count:6} {cause}  (as in {where[cause]})" for cause, count in causes.most_common(60)]

    def _totals(self) -> list[str]:
        operations = sum(one.operations for one in self.found)
        whole = sum(one.whole for one in self.found)
        clean = sum(one.code == 0 for one in self.found)
        crashes = sum(one.failure.startswith(("crash", "longer")) for one in self.found)
        refused = sum(one.failure.startswith("refused") for one in self.found)
        return [
            f"{len(self.found)} documents, {clean} without a named loss, {refused} refused, {crashes} crashes or overruns",
            f"{whole} of {operations} operations whole ({whole / max(1, operations):.2%})",
            f"slowest {max((one.seconds for one in self.found), default=0):.1f} s, "
            f"largest {max((one.megabytes for one in self.found), default=0)} MB",
        ]


def main() -> int:
    """Measure, print, and fail where an operation is not whole."""
    parser = argparse.ArgumentParser(prog="python -m tests.measure_corpus", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-j", type=int, default=2, help="how many documents at once")
    parser.add_argument("--match", default="", help="only documents whose path holds this")
    parser.add_argument("--json", type=Path, help="write every figure and cause here")
    parser.add_argument("-v", action="store_true", help="list the documents that are whole too")
    options = parser.parse_args()
    paths = [path for path in documents(options.folder) if options.match in str(path)]
    base = options.folder if options.folder.is_dir() else options.folder.parent
    found = []
    with ThreadPoolExecutor(options.j) as pool:
        for one in pool.map(lambda path: measure(path, str(path.relative_to(base))), paths):
            found.append(one)
            if options.json:
                options.json.write_text(json.dumps([asdict(each) for each in found], indent=1), encoding="utf-8")
    print("\n".join(Table(found).lines(options.v)))
    return 0 if found and all(one.whole == one.operations and not one.failure for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
