"""Print how far the wire engine agrees with oasdiff's findings, and fail on a difference without a reason.

    python -m tests.measure_conformance FOLDER [-v]

FOLDER is, or has in it the folder `oasdiff` with, `golden.json` and the pairs of documents that it names.
The data are not part of this project: they are a second opinion. tests/conformance_differences.yaml says
where this project differs on purpose, and why.
"""

from __future__ import annotations

import datetime
import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from attrs import define, field
from ruamel.yaml import YAML

from generator.drift import compare

TODAY = datetime.date(2026, 1, 1)
NUMBERS = {"breaking": 3, "risky": 2, "info": 1}
WORDS = {number: word for word, number in NUMBERS.items()}
DIFFERENCES = Path(__file__).parent / "conformance_differences.yaml"
VERDICTS, IDS = 0.97, 0.92
"""The least agreement that is good enough: of verdicts, and of ids at the levels breaking and risky (F1)."""

Finding = tuple[Any, ...]


@define
class Score:
    """What both say, once for each pair, and what one says alone."""

    both: int = 0
    ours_alone: int = 0
    theirs_alone: int = 0

    def count(self, ours: set[Finding], theirs: set[Finding]) -> None:
        self.both += len(ours & theirs)
        self.ours_alone += len(ours - theirs)
        self.theirs_alone += len(theirs - ours)

    @property
    def f1(self) -> float:
        return 2 * self.both / max(1, 2 * self.both + self.ours_alone + self.theirs_alone)

    def __str__(self) -> str:
        return f"F1 {self.f1:.1%} (both {self.both}, ours alone {self.ours_alone}, theirs alone {self.theirs_alone})"


@define
class Measure:
    """The figures over all pairs."""

    pairs: int = 0
    verdicts: int = 0
    ids: Score = field(factory=Score)
    places: Score = field(factory=Score)
    every_level: Score = field(factory=Score)
    missed: Counter[str] = field(factory=Counter)
    extra: Counter[str] = field(factory=Counter)
    differing: dict[str, dict[str, Any]] = field(factory=dict)

    def count(self, name: str, ours: list[Finding], theirs: list[Finding]) -> None:
        """Count one pair; findings are (id, level, method, path)."""
        said = [{one[:2] for one in found if one[1] >= 2} for found in (ours, theirs)]
        self.ids.count(*said)
        self.places.count(*({one for one in found if one[1] >= 2} for found in (ours, theirs)))
        self.every_level.count(*({one[:2] for one in found} for found in (ours, theirs)))
        verdicts = [any(one[1] == 3 for one in found) for found in (ours, theirs)]
        self.pairs += 1
        self.verdicts += verdicts[0] == verdicts[1]
        extra, missed = _words(said[0] - said[1]), _words(said[1] - said[0])
        self.extra.update(extra)
        self.missed.update(missed)
        if extra or missed or verdicts[0] != verdicts[1]:
            self.differing[name] = {"verdict": verdicts[0] != verdicts[1], "missed": missed, "extra": extra}

    @property
    def agreement(self) -> float:
        return self.verdicts / max(1, self.pairs)


def _words(findings: Iterable[Finding]) -> list[str]:
    return sorted(f"{name} {WORDS[level]}" for name, level in findings)


def read(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    return json.loads(text) if path.suffix == ".json" else YAML(typ="safe", pure=True).load(text)


def measure(folder: Path) -> Measure:
    """Compare every pair that the folder's golden.json names."""
    found = Measure()
    for pair in json.loads((folder / "golden.json").read_text(encoding="utf-8")):
        changes = compare(read(folder / pair["base"]), read(folder / pair["revision"]), profile="wire", today=TODAY)
        ours = [(one.id, NUMBERS[one.level], *one.operation.partition(" ")[::2]) for one in changes]
        theirs = [(one["id"], one["level"], one["operation"] or "", one["path"] or "") for one in pair["findings"]]
        found.count(f"{pair['base']} -> {pair['revision']}", ours, theirs)
    return found


def unexplained(found: Measure, reasons: list[dict[str, Any]]) -> list[str]:
    """Lines for differences that nobody gave a reason for, and for reasons of differences that are none."""
    lines = []
    written = {entry["pair"]: entry for entry in reasons}
    for name in sorted(found.differing.keys() | written.keys()):
        is_so, entry = found.differing.get(name, {}), written.get(name, {})
        for kind in ("missed", "extra"):
            here, there = is_so.get(kind, []), entry.get(kind, [])
            lines += [f"{name}: {kind} {one} has no written reason" for one in here if one not in there]
            lines += [f"{name}: {kind} {one} is no difference any more" for one in there if one not in here]
        if is_so.get("verdict", False) != entry.get("verdict", False):
            lines.append(f"{name}: the verdict {'differs' if is_so.get('verdict') else 'does not differ'}")
    return lines


def report(found: Measure) -> list[str]:
    return [
        f"verdict agrees on {found.verdicts} of {found.pairs} pairs ({found.agreement:.1%}); wanted {VERDICTS:.0%}",
        f"ids at level 3 and 2: {found.ids}; wanted {IDS:.0%}",
        f"  with operation and path: {found.places}",
        f"  with level 1 too: {found.every_level}",
        *(f"  missed {count}x {name}" for name, count in found.missed.most_common()),
        *(f"  extra {count}x {name}" for name, count in found.extra.most_common()),
    ]


def main(arguments: list[str]) -> int:
    names = [name for name in arguments if not name.startswith("-")]
    if len(names) != 1:
        print(__doc__, file=sys.stderr)
        return 64
    folder = next((each for each in (Path(names[0]), Path(names[0]) / "oasdiff") if (each / "golden.json").is_file()), None)  # fmt: skip
    if folder is None:
        print(
            f"conformance: {names[0]} has no golden.json, so nothing was measured. The data (pairs of documents with"
            " oasdiff's findings) are kept outside the project; say where: make conformance CONFORMANCE=FOLDER",
            file=sys.stderr,
        )
        return 64
    found = measure(folder)
    print("\n".join(report(found)))
    if "-v" in arguments:
        for name, differing in found.differing.items():
            print(name, differing)
    wrong = unexplained(found, read(DIFFERENCES))
    print(
        "\n".join(wrong)
        or f"every difference has its reason in {DIFFERENCES.relative_to(Path(__file__).parent.parent)}"
    )
    return 0 if not wrong and found.agreement >= VERDICTS and found.ids.f1 >= IDS else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
