"""What a change of the wire does to the names of the client.

The generator knows which names come from which place of the spec; drift knows which place changed. A map
is `{key: {symbol: what it is}}` where a key is an operation (`GET /models`), a part of one (`GET /models
query limit`) or a JSON Pointer of the spec; generator/drift/symbols.py makes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from attrs import evolve

from ..values import Change

SymbolMap: TypeAlias = Mapping[str, Mapping[str, str]]


def client_effects(changes: Sequence[Change], old: SymbolMap, new: SymbolMap) -> list[Change]:
    """The changes, each with what happens to the client's symbols, where something does.

    Only symbols that differ are told: those of the place and of all below it, else those of the nearest place
    above it that the client has a name for. A change of an operation, and one that moved no symbol where it
    stands, tells those of its operation.
    """
    moved = _Moved(old, new)
    return [evolve(change, client="; ".join(moved.by(change)) or change.client) for change in changes]


class _Moved:
    """The symbols that differ, by where they come from."""

    def __init__(self, old: SymbolMap, new: SymbolMap) -> None:
        self._known = old.keys() | new.keys()
        before, after = wire_names(old), wire_names(new)
        self._below: dict[str, list[str]] = {}
        self._at: dict[str, list[str]] = {}
        for key in dict.fromkeys((*old, *new)):
            said = list(_differences(old.get(key, {}), new.get(key, {}), before, after))
            if said:
                self._at[key] = said
                for above in _upwards(key) if key.startswith("/") else ():
                    self._below.setdefault(above, []).extend(said)

    def by(self, change: Change) -> list[str]:
        """What happened to the symbols that a change concerns."""
        found: dict[str, None] = {}
        for pointer in (change.old_pointer, change.pointer):
            found |= dict.fromkeys(self._near(pointer or "", change))
        part = f"{change.operation} {change.where}"
        named = f"{part} {change.text.partition(': ')[0]}"  # a parameter that came or went: `query`, `limit: removed`
        return list(found) or self._at.get(part) or self._at.get(named) or self._at.get(change.operation, [])

    def _near(self, pointer: str, change: Change) -> list[str]:
        """What differs at or below a place, or at the nearest one above it that has names.

        The holder of what came or went is not the place of the change: what differs elsewhere in it is
        another change.
        """
        other = change.pointer if pointer == change.old_pointer else change.old_pointer
        if other and other.startswith(f"{pointer}/"):
            return []
        if pointer in self._below:
            return self._below[pointer]
        return next((self._at.get(above, []) for above in _upwards(pointer) if above in self._known), [])


def _upwards(pointer: str) -> Iterator[str]:
    while pointer:
        yield pointer
        pointer = pointer.rpartition("/")[0]


def wire_names(known: SymbolMap) -> dict[str, str]:
    """The name on the wire of each attribute of a model."""
    return {
        symbol: key.rpartition("/properties/")[2]
        for key, found in known.items() if key.startswith("/components/schemas/") and "/properties/" in key
        for symbol in found if "(" not in symbol
    }  # fmt: skip


def _differences(
    old: Mapping[str, str], new: Mapping[str, str], before: Mapping[str, str], after: Mapping[str, str]
) -> Iterator[str]:
    """What differs at one place; `before` and `after` are the names on the wire, for what is now at another place."""
    for name in dict.fromkeys((*old, *new)):
        if name not in (new if name in old else old) and name in before and name in after:
            yield f"{name}: on the wire {before[name]} -> {after[name]}"
        elif name not in new:
            yield f"{name} removed"
        elif name not in old:
            yield f"{name} added"
        elif old[name] != new[name]:
            yield f"{name}: {old[name]} -> {new[name]}"
