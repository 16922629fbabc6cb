"""Running the rules: a Spec becomes a correct OpenAPI document, and every edit is on record.

Each rule runs until it finds nothing more, in the order of the tuple; the whole tuple runs again until
no rule finds anything, since a later rule can bring a node to light that an earlier one mends. So the
result is a fixed point by construction: a second run finds nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from attrs import evolve, frozen

from .errors import GeneratorError
from .rule import AnyRule
from .rules import RULES, STRUCTURE
from .spec.edits import edit_batch, rebase, rebase_applied
from .spec.walk import shared_walks
from .values import Applied, Edit, Note, Spec

PASSES: Final = 10
"""How often a rule may find something anew, in one run and over all rounds, before it counts as looping."""

DEPTH: Final = 250
"""How many passes may do no more than catch up with edits put off; documents nest 200 deep at most."""


@frozen
class Normalised:
    """The mended document, every edit in the order made, and what the rules had to give up.

    The pointers of both mean the finished document: a node that was hoisted or renamed takes along what
    was recorded below it.
    """

    spec: Spec
    applied: tuple[Applied, ...]
    notes: tuple[Note, ...]


def rule_name(rule: AnyRule) -> str:
    """The published id of a rule: the kebab-case of its function."""
    return str(getattr(rule, "__name__", rule)).replace("_", "-")


def normalise(spec: Spec, names: Mapping[str, str] = {}) -> Normalised:
    """The document with all rules applied until none finds anything.

    `names` is the reviewed table of model names for the structure rules. Raises GeneratorError, naming
    the rule, where one never comes to an end.
    """
    with _no_collection(), shared_walks():
        run = _Run(spec, names)
        for _ in range(PASSES):
            before = run.spec
            for rule in RULES:
                run.settle(rule)
            if run.spec is before:
                return Normalised(run.spec, tuple(run.applied), tuple(run.notes.values()))
        raise GeneratorError(
            f"The rules never settle: {', '.join(run.busy)} still edit after {PASSES} rounds over "
            f"{run.applied[-1].pointer or 'the document'}. They undo each other there: report it with the "
            "document."
        )


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector from looking through the whole document again and again.

    The walks allocate by the hundred thousand and make no circles; over a document of 12 MB the
    collector would take half of the time.
    """
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()


class _Run:
    """A normalisation under way."""

    def __init__(self, spec: Spec, names: Mapping[str, str]) -> None:
        self.spec = spec
        self.names = names
        self.applied: list[Applied] = []
        self.notes: dict[str, Note] = {}
        self.busy: dict[str, None] = {}
        self.settled: dict[AnyRule, Spec] = {}

    def settle(self, rule: AnyRule) -> None:
        """Run a rule until it finds nothing."""
        name = rule_name(rule)
        self.busy.pop(name, None)
        if self.settled.get(rule) is self.spec:
            return
        passes = 0
        for _ in range(DEPTH):
            edits = self._find(rule)
            if not edits:
                self.settled[rule] = self.spec
                return
            self.busy[name] = None
            put_off = self._apply(name, edits)
            passes += put_off == 0
            if passes >= PASSES:
                break
        raise GeneratorError(
            f"Rule {name} loops: it still finds something at {edits[0].pointer or 'the root'} after "
            f"{PASSES} passes ({edits[0].why}). This is a defect of the rule: report it with the document."
        )

    def _find(self, rule: AnyRule) -> list[Edit]:
        found = rule(self.spec, self.names) if rule in STRUCTURE else rule(self.spec)  # type: ignore[call-arg]
        edits: list[Edit] = []
        for each in found:
            if isinstance(each, Note):
                self.notes.setdefault(each.key, each)
            else:
                edits.append(each)
        return edits

    def _apply(self, name: str, edits: list[Edit]) -> int:
        batch = edit_batch(self.spec, name, edits)
        self.spec = batch.spec
        if batch.moves:
            self.applied = [rebase_applied(each, batch.moves) for each in self.applied]
            notes = [evolve(note, where=rebase(note.where, batch.moves)) for note in self.notes.values()]
            self.notes = {note.key: note for note in notes}
        self.applied.extend(batch.applied)
        return batch.put_off
