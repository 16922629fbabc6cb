"""Several copies of one document, each lossy in its own way, become the document.

Where a witness lost something - it was cut, a number could not be held, tags were stripped from a text, a
table was flattened - the other's value stands, per JSON Pointer. Any other disagreement stops the build:
which witness is right cannot be known from the witnesses.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

from attrs import Factory, define, frozen

from ..errors import Conflict, UnusableInput
from ..formats.json_tokens import same
from ..spec.openapi import join, leads, split
from ..values import Document, Note
from .lossy_text import richest

_CUT: Final = "document-cut"
_SHOWN: Final = 100
_WIDTH: Final = 90


def reconcile(documents: Sequence[Document]) -> Document:
    """The one document of which these are witnesses.

    The result does not depend on their order. Its notes are the losses that no witness makes good; its
    repairs say, for each pointer where the witnesses differed, whose value stands and why. Raises Conflict
    with every pointer that cannot be explained, both values and both pages.
    """
    if not documents:
        raise UnusableInput("no document to reconcile")
    names = sorted({document.name for document in documents})
    if len(names) > 1:
        raise UnusableInput(f"witnesses of different documents cannot be reconciled: {', '.join(names)}")
    if len(documents) == 1:
        return documents[0]
    name = names[0]
    witnesses = [_witness(document) for document in sorted(documents, key=_rank)]
    union = _Union(name)
    data = union.merge("", [(witness, witness.data) for witness in witnesses])
    if union.conflicts:
        raise Conflict(_disagreement(name, union.conflicts))
    earlier = [repair for document in sorted(documents, key=_rank) for repair in document.repairs]
    return Document(
        name=name,
        data=data,
        notes=tuple(_left(name, witnesses)),
        witnesses=tuple(page for witness in witnesses for page in witness.document.witnesses),
        repairs=(*dict.fromkeys(earlier), *union.repairs),
    )


@frozen
class _Witness:
    """A document, and the places where it admits that something may be missing."""

    document: Document
    open: frozenset[str]
    dropped: frozenset[str]

    @property
    def data(self) -> Any:
        return self.document.data

    @property
    def page(self) -> str:
        return " + ".join(self.document.witnesses) or self.document.name

    def has(self, pointer: str) -> bool:
        return leads(self.data, f"#{pointer}")

    def lacks(self, pointer: str, below: str | int) -> str | None:
        """Why it may lack something in the container at `pointer`; None where it has no reason to."""
        if pointer in self.open:
            return "is cut before it"
        return "has a number here that cannot be held" if join(pointer, below) in self.dropped else None


@define
class _Union:
    """One walk over all the witnesses at once."""

    name: str
    repairs: list[Note] = Factory(list)
    conflicts: list[str] = Factory(list)

    def merge(self, pointer: str, found: list[tuple[_Witness, Any]]) -> Any:
        values = [value for _, value in found]
        if all(isinstance(value, dict) for value in values):
            return self._objects(pointer, found)
        if all(isinstance(value, list) for value in values):
            return self._lists(pointer, found)
        if all(isinstance(value, str) for value in values):
            return self._texts(pointer, found)
        if not all(same(values[0], value) for value in values[1:]):
            self._conflict(pointer, found)
        # 1 and 1.0 are the same number; the choice must not depend on the order of the witnesses.
        return max(values, key=repr)

    def _objects(self, pointer: str, found: list[tuple[_Witness, Any]]) -> dict[str, Any]:
        made = {}
        for key in dict.fromkeys(key for _, value in found for key in value):
            present = [(witness, value[key]) for witness, value in found if key in value]
            absent = [witness for witness, value in found if key not in value]
            made[key] = self._some(pointer, key, present, absent)
        return made

    def _lists(self, pointer: str, found: list[tuple[_Witness, Any]]) -> list[Any]:
        made = []
        for index in range(max(len(value) for _, value in found)):
            present = [(witness, value[index]) for witness, value in found if index < len(value)]
            absent = [witness for witness, value in found if index >= len(value)]
            if any(witness.lacks(pointer, index) is None for witness in absent):
                self._conflict(pointer, found)
                break
            made.append(self._some(pointer, index, present, absent))
        return made

    def _some(self, pointer: str, key: str | int, present: list[tuple[_Witness, Any]], absent: list[_Witness]) -> Any:
        """What those say that have a value here, once it is clear why the others have none."""
        below = join(pointer, key)
        for witness in absent:
            why = witness.lacks(pointer, key)
            if why is None:
                pages = ", ".join(each.page for each, _ in present)
                value = _short(present[0][1])
                self.conflicts.append(f"{below}: {witness.page} lacks it; {pages} has {value}")
                return present[0][1]
        if absent:
            taken = present[0][0].page
            lost = "; ".join(f"{witness.page} {witness.lacks(pointer, key)}" for witness in absent)
            self._repair("lost-to-cut", below, f"{lost}; taken from {taken}")
        return present[0][1] if len(present) == 1 else self.merge(below, present)

    def _texts(self, pointer: str, found: list[tuple[_Witness, Any]]) -> Any:
        texts = [text for _, text in found]
        if len(set(texts)) == 1:
            return texts[0]
        best = richest(texts)
        if best is None:
            self._conflict(pointer, found)
            return texts[0]
        winner = next(witness.page for witness, text in found if text == best)
        losers = ", ".join(witness.page for witness, text in found if text != best)
        self._repair("lost-markup", pointer, f"{losers} lost markup or line ends; taken from {winner}")
        return best

    def _repair(self, code: str, pointer: str, what: str) -> None:
        self.repairs.append(Note("reconcile", code, f"{self.name}#{pointer}", what))

    def _conflict(self, pointer: str, found: list[tuple[_Witness, Any]]) -> None:
        said = "; ".join(f"{witness.page} has {_short(value)}" for witness, value in found)
        self.conflicts.append(f"{pointer or '(root)'}: {said}")


def _witness(document: Document) -> _Witness:
    opened: set[str] = set()
    dropped: set[str] = set()
    for note in document.notes:
        pointer = _pointer(document.name, note)
        if note.code == _CUT:
            opened.update(_prefixes(pointer))
        else:
            dropped.add(pointer)
    return _Witness(document, frozenset(opened), frozenset(dropped))


def _rank(document: Document) -> tuple[bool, tuple[str, ...], str, str]:
    """Whole witnesses first, for their order of keys; then by page, and by content for pages of one name."""
    cut = any(note.code == _CUT for note in document.notes)
    said = repr((document.notes, document.repairs))
    return cut, document.witnesses, json.dumps(document.data), said


def _pointer(name: str, note: Note) -> str:
    return note.where.removeprefix(f"{name}#")


def _prefixes(pointer: str) -> Iterator[str]:
    """The pointer and those of everything around it, innermost first."""
    tokens = split(pointer)
    for length in range(len(tokens), -1, -1):
        yield join("", *tokens[:length])


def _left(name: str, witnesses: list[_Witness]) -> Iterator[Note]:
    """The notes of losses that no other witness makes good."""
    cuts: dict[str, Note] = {}
    for witness in witnesses:
        others = [other for other in witnesses if other is not witness]
        for note in witness.document.notes:
            pointer = _pointer(name, note)
            if note.code != _CUT:
                if not any(other.has(pointer) for other in others):
                    cuts.setdefault(pointer + " " + note.code, note)
                continue
            for around in _prefixes(pointer):
                if all(around in other.open or not other.has(around) for other in others):
                    moved = note if around == pointer else Note(note.stage, _CUT, f"{name}#{around}", note.what)
                    cuts.setdefault(around, moved)
                    break
    yield from _furthest(cuts)


def _furthest(notes: dict[str, Note]) -> Iterator[Note]:
    """Without the cuts that lie around another: a witness that goes further heals the inner levels."""
    pointers = [pointer for pointer, note in notes.items() if note.code == _CUT]
    for pointer, note in notes.items():
        inner = any(other != pointer and other.startswith(f"{pointer}/") for other in pointers)
        if note.code != _CUT or not inner:
            yield note


def _disagreement(name: str, conflicts: list[str]) -> str:
    shown = "".join(f"\n  {conflict}" for conflict in conflicts[:_SHOWN])
    more = f"\n  and {len(conflicts) - _SHOWN} more" if len(conflicts) > _SHOWN else ""
    return (
        f"{name}: the witnesses disagree where neither has lost anything; "
        f"find out which is right and remove the other page:{shown}{more}"
    )


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 3]}..."
