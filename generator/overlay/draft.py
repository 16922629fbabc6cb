"""A spec being corrected: copied only along the paths that change, merged as OpenAPI Overlay says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any

from ..spec.openapi import join
from ..spec.unify import same
from ..values import REMOVED, Spec


class Draft:
    """A spec whose changes never reach the one it was made from."""

    def __init__(self, spec: Spec) -> None:
        self.root: Spec = dict(spec)
        self._own: dict[int, Any] = {id(self.root): self.root}

    def get(self, location: Sequence[str | int]) -> Any:
        node: Any = self.root
        for token in location:
            node = node[token]
        return node

    def put(self, location: Sequence[str | int], value: Any) -> None:
        """Set the node at `location`, which exists."""
        if not location:
            self.root = dict(value)
            self._own[id(self.root)] = self.root
            return
        self._parent(location)[location[-1]] = value

    def remove(self, location: Sequence[str | int]) -> None:
        del self._parent(location)[location[-1]]

    def _parent(self, location: Sequence[str | int]) -> Any:
        """The container of the node at `location`, copied if it is still the original's."""
        node: Any = self.root
        for token in location[:-1]:
            child = node[token]
            if id(child) not in self._own:
                child = dict(child) if isinstance(child, dict) else list(child)
                self._own[id(child)] = child
                node[token] = child
            node = child
        return node


def mismatch(target: Any, value: Any, pointer: str = "") -> str | None:
    """Why `value` cannot be merged into `target`; None where it can."""
    if isinstance(target, dict) != isinstance(value, dict) and not isinstance(target, list):
        return f"{pointer} is {_kind(target)}, it cannot take {_kind(value)}"
    if isinstance(target, dict):
        for key, new in value.items():
            if key in target:
                if isinstance(target[key], list) and not isinstance(new, list):
                    return f"{pointer}/{key} is a list, it cannot take {_kind(new)}"
                if found := mismatch(target[key], new, f"{pointer}/{key}"):
                    return found
    elif not isinstance(target, list) and isinstance(value, list):
        return f"{pointer} is {_kind(target)}, it cannot take a list"
    return None


def _kind(value: Any) -> str:
    return "a mapping" if isinstance(value, dict) else "a list" if isinstance(value, list) else "a single value"


def combined(target: Any, value: Any) -> Any:
    """`target` with `value` merged in: mappings merge, lists grow, single values give way."""
    if isinstance(target, dict) and isinstance(value, dict):
        merged = dict(target)
        for key, new in value.items():
            merged[key] = combined(target[key], new) if key in target else deepcopy(new)
        return merged
    if isinstance(target, list):
        return [*target, *deepcopy(value)] if isinstance(value, list) else [*target, deepcopy(value)]
    return deepcopy(value)


def changes(pointer: str, target: Any, value: Any) -> Iterator[tuple[str, Any, Any]]:
    """What merging `value` into `target` changes: (pointer, before, after) of the topmost new nodes."""
    if isinstance(target, dict) and isinstance(value, dict):
        for key, new in value.items():
            if key in target:
                yield from changes(join(pointer, key), target[key], new)
            else:
                yield join(pointer, key), REMOVED, new
    elif isinstance(target, list):
        for index, new in enumerate(value if isinstance(value, list) else [value], start=len(target)):
            yield join(pointer, index), REMOVED, new
    elif not same(target, value):
        yield pointer, target, value


def containing(pointer: str, node: Any, expected: Any) -> tuple[str, Any, Any] | None:
    """Where `node` is not, or does not contain, what is expected: (pointer, found, expected)."""
    if not isinstance(node, dict) or not isinstance(expected, dict):
        return None if same(node, expected) else (pointer, node, expected)
    for key, value in expected.items():
        if key not in node:
            return join(pointer, key), REMOVED, value
        if found := containing(join(pointer, key), node[key], value):
            return found
    return None
