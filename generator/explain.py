"""The `explain` command: what a repair, a rule or a lowering does, why, and an example that a test proves."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from .errors import UnusableInput

CASES: Final = Path(__file__).resolve().parent.parent / "tests" / "cases"
"""The case files of a checkout; an installed toolchain is without them."""


@frozen
class Entry:
    """One plug-in: its published id, its family and its documentation."""

    id: str
    family: str
    doc: str
    cases: str

    @property
    def first_line(self) -> str:
        return self.doc.split("\n")[0]

    @property
    def lines(self) -> list[str]:
        """What, why, and the first case of its case file as it is written there."""
        path = CASES / self.cases
        shown = [f"{self.id} ({self.family})", "", self.doc]
        if path.exists():
            first = path.read_text(encoding="utf-8").split("\n---\n")[0].strip()
            shown += ["", f"Example, from {path.relative_to(CASES.parent.parent).as_posix()}:", "", first]
        return shown


def entries() -> Iterator[Entry]:
    """Every repair, rule and lowering in the order in which they run, and the reading of Swagger 2 among them."""
    from .lowerings import LOWERINGS
    from .repairs import REPAIRS
    from .rules import RULES
    from .swagger import read_as_3_0

    yield from _entries("repair", REPAIRS)
    yield Entry("swagger-2", "reading", inspect.getdoc(read_as_3_0) or "", "swagger/bodies.yaml")
    yield from _entries("rule", RULES)
    yield from _entries("lowering", LOWERINGS)


def _entries(family: str, functions: Iterable[Any]) -> Iterator[Entry]:
    for function in functions:
        name = function.__name__
        yield Entry(name.replace("_", "-"), family, inspect.getdoc(function) or "", f"{family}s/{name}.yaml")


def explain(name: str | None) -> list[str]:
    """The lines to print: one entry whole, or a line for each. Raises UnusableInput for an unknown name."""
    known = list(entries())
    if name is None:
        width = max(len(entry.id) for entry in known)
        return [f"{entry.family:9} {entry.id:{width}}  {entry.first_line}" for entry in known]
    wanted = name.replace("_", "-")
    found = [entry for entry in known if entry.id == wanted]
    if not found:
        near = get_close_matches(wanted, [entry.id for entry in known], 3)
        hint = f"did you mean {' or '.join(near)}?" if near else "`explain` without a name lists all."
        raise UnusableInput(f"{name}: no such repair, rule or lowering; {hint}")
    return [line for entry in found for line in entry.lines]
