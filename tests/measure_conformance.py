"""Print how far the wire engine agrees with oasdiff's findings.

    python -m tests.measure_conformance FOLDER [-v]

FOLDER holds `golden.json` and the pairs of documents it names. The data are not part of this project.
"""

from __future__ import annotations

import datetime
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from attrs import define, field
from ruamel.yaml import YAML

from generator.drift import compare

TODAY = datetime.date(2026, 1, 1)
NUMBERS = {"breaking": 3, "risky": 2, "info": 1}


@define
class Score:
    """What was counted: agreeing verdicts, and ids at level 3 and 2, once for each pair."""

    pairs: int = 0
    verdicts: int = 0
    both: int = 0
    ours_alone: int = 0
    theirs_alone: int = 0
    missed: Counter[str] = field(factory=Counter)
    extra: Counter[str] = field(factory=Counter)

    @property
    def f1(self) -> float:
        return 2 * self.both / max(1, 2 * self.both + self.ours_alone + self.theirs_alone)


def read(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    return json.loads(text) if path.suffix == ".json" else YAML(typ="safe", pure=True).load(text)


def main(arguments: list[str]) -> int:
    names = [name for name in arguments if not name.startswith("-")]
    if len(names) != 1 or not (Path(names[0]) / "golden.json").is_file():
        print(__doc__, file=sys.stderr)
        return 64
    folder, loud = Path(names[0]), "-v" in arguments
    by_id, by_place = Score(), Score()
    for pair in json.loads((folder / "golden.json").read_text(encoding="utf-8")):
        ours = compare(read(folder / pair["base"]), read(folder / pair["revision"]), profile="wire", today=TODAY)
        findings = [(one["id"], one["level"], one["operation"] or "", one["path"] or "") for one in pair["findings"]]
        changes = [(one.id, NUMBERS[one.level], *_split(one.operation)) for one in ours]
        agreed = _count(by_id, findings, changes, lambda one: one[:2])
        _count(by_place, findings, changes, lambda one: one)
        if loud and agreed:
            print(f"{pair['base']} -> {pair['revision']}{agreed}")
    print(f"verdict agrees on {by_id.verdicts} of {by_id.pairs} pairs ({by_id.verdicts / by_id.pairs:.1%})")
    print(f"ids at level 3 and 2: F1 {by_id.f1:.1%} (both {by_id.both}, ours alone {by_id.ours_alone}, "
          f"theirs alone {by_id.theirs_alone}); with operation and path: F1 {by_place.f1:.1%}")  # fmt: skip
    return 0


def _split(operation: str) -> tuple[str, str]:
    method, _, path = operation.partition(" ")
    return method, path


def _count(score: Score, findings: list[Any], changes: list[Any], of: Any) -> str:
    """Count one pair; the text says where it disagrees."""
    theirs = {of(one) for one in findings if one[1] >= 2}
    ours = {of(one) for one in changes if one[1] >= 2}
    score.pairs += 1
    same = any(one[1] == 3 for one in findings) == any(one[1] == 3 for one in changes)
    score.verdicts += same
    score.both += len(theirs & ours)
    score.ours_alone += len(ours - theirs)
    score.theirs_alone += len(theirs - ours)
    lines = [] if same else ["the verdict differs"]
    lines += [f"missed {one}" for one in sorted(theirs - ours)] + [f"extra {one}" for one in sorted(ours - theirs)]
    return "".join(f"\n    {line}" for line in lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
