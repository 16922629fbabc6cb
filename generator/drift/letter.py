"""Sameness to the letter: what need not be looked into, because it cannot have changed."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from .side import Side


class Same:
    """Which nodes are equal to the letter and refer only to what is equal too: nothing there can have changed."""

    def __init__(self, old: Side, new: Side) -> None:
        self._refs: dict[int, tuple[Any, frozenset[str], int]] = {}
        self._old, self._new = old, new
        self._stable: dict[str, bool] = {}

    def nodes(self, old: Any, new: Any) -> bool:
        return self._is_equal(old, new) and all(map(self._is_stable, self._below(old)[0]))

    def _is_equal(self, old: Any, new: Any) -> bool:
        return bool(old == new) and self._below(old)[1] == self._below(new)[1]

    def _below(self, node: Any) -> tuple[frozenset[str], int]:
        """The references in a node, and its number of booleans, which Python takes to equal 0 and 1."""
        known = self._refs.get(id(node))
        if known is None:
            known = self._refs[id(node)] = (node, *_references(node))
        return known[1], known[2]

    def _is_stable(self, ref: str) -> bool:
        """Whether the target, and all that it leads to, is equal on both sides."""
        if ref in self._stable:
            return self._stable[ref]
        edges: dict[str, frozenset[str]] = {}
        work = [ref]
        unstable: list[str] = []
        while work:
            name = work.pop()
            if name in edges or name in self._stable:
                continue
            before, after = self._old.target(name), self._new.target(name)
            if before is None or after is None or not self._is_equal(before[0], after[0]):
                edges[name] = frozenset()
                unstable.append(name)
            else:
                edges[name] = self._below(before[0])[0]
                work.extend(edges[name])
        self._settle(edges, unstable)
        return self._stable[ref]

    def _settle(self, edges: dict[str, frozenset[str]], unstable: list[str]) -> None:
        above: defaultdict[str, list[str]] = defaultdict(list)
        for name, below in edges.items():
            for target in below:
                above[target].append(name)
                if self._stable.get(target) is False:
                    unstable.append(name)
        bad: set[str] = set()
        while unstable:
            name = unstable.pop()
            if name not in bad:
                bad.add(name)
                unstable.extend(above[name])
        for name in edges:
            self._stable[name] = name not in bad


def _references(node: Any) -> tuple[frozenset[str], int]:
    found: set[str] = set()
    booleans = 0
    stack = [node]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            ref = value.get("$ref")
            if isinstance(ref, str):
                found.add(ref)
            stack.extend(value.values())
        elif isinstance(value, list):
            stack.extend(value)
        elif value is True or value is False:
            booleans += 1
    return frozenset(found), booleans
