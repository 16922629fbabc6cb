"""What a change of the wire does to the names of the client.

The generator knows which names come from which place of the spec; drift knows which place changed. A map
is `{key: {symbol: line of the surface}}` where a key is an operation (`GET /models`) or a JSON Pointer of
the spec.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from attrs import evolve

from ..values import Change

SymbolMap: TypeAlias = Mapping[str, Mapping[str, str]]


def client_effects(changes: Sequence[Change], old: SymbolMap, new: SymbolMap) -> list[Change]:
    """The changes, each with what happens to the client's symbols, where something does.

    The symbols of a change are those of the nearest place at or above its pointers that has any, and of
    its operation where that came, went or was renamed.
    """
    return [evolve(change, client=_effect(change, old, new) or change.client) for change in changes]


def _effect(change: Change, old: SymbolMap, new: SymbolMap) -> str | None:
    before = _nearest(change.old_pointer or change.pointer, old)
    after = _nearest(change.pointer or change.old_pointer or "", new)
    if (not before and not after) or _is_of_the_operation(change):
        before = {**before, **old.get(change.operation, {})}
        after = {**after, **new.get(change.operation, {})}
    gone = [name for name in before if name not in after]
    come = [name for name in after if name not in before]
    said = [f"{name} removed" for name in gone] + [f"{name} added" for name in come]
    said += [
        f"{name}: {before[name]} -> {after[name]}" for name in before if name in after and before[name] != after[name]
    ]
    return "; ".join(said) or None


def _is_of_the_operation(change: Change) -> bool:
    return change.direction == "none" or "parameter" in change.id


def _nearest(pointer: str, symbols: SymbolMap) -> Mapping[str, str]:
    while pointer and pointer not in symbols:
        pointer = pointer.rpartition("/")[0]
    return symbols.get(pointer, {}) if pointer else {}
