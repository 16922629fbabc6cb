"""Pairing the members of two unions, whatever their order and whatever they are called.

Members with the same meaning are paired first; then those of the same name or title; then the ones that
look most alike. The rest was added or removed.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator

from attrs import define, field

from .side import Side
from .view import OPTIONAL, At, View, key

_DEPTH = 6
_LOOKALIKES = 64


class Shapes:
    """Fingerprints of views: equal for schemas that mean the same, however they refer to each other.

    A schema without cycles is hashed from what is below it. One that leads to a cycle is endless when
    written out, and is hashed from its first levels: so a cycle has one fingerprint whether or not a part
    of it was inlined once.
    """

    def __init__(self, side: Side) -> None:
        self._side = side
        self._finite: dict[int, str] = {}
        self._endless: set[int] = set()
        self._levels: dict[tuple[int, int], str] = {}
        self._children: dict[int, list[tuple[str, View]]] = {}
        self._own: dict[int, str] = {}

    def of(self, view: View) -> str:
        if not self._is_settled(view):
            for component in _components(view, self._below, self._is_settled):
                self._settle(component)
        return self._at(view, _DEPTH)

    def _is_settled(self, view: View) -> bool:
        return id(view) in self._finite or id(view) in self._endless

    def _below(self, view: View) -> list[tuple[str, View]]:
        if id(view) not in self._children:
            below = [(label, self._side.view(at)) for label, at in children(view)]
            self._children[id(view)] = [one for one in below if not (one[0] in OPTIONAL and one[1].is_any)]
        return self._children[id(view)]

    def _settle(self, component: list[View]) -> None:
        inside = {id(view) for view in component}
        below = [id(child) for view in component for _, child in self._below(view)]
        if any(child in inside or child in self._endless for child in below):
            self._endless |= inside
        else:
            (view,) = component
            self._finite[id(view)] = self._digest(view, 0)

    def _at(self, view: View, depth: int) -> str:
        """The fingerprint of the view, looked into as deep as `depth` where it has no end."""
        if id(view) in self._finite:
            return self._finite[id(view)]
        if (id(view), depth) not in self._levels:
            self._levels[id(view), depth] = self._digest(view, depth)
        return self._levels[id(view), depth]

    def _digest(self, view: View, depth: int) -> str:
        below: list[str] = []
        if depth > 0 or id(view) not in self._endless:
            below = sorted(f"{label} {self._at(child, depth - 1)}" for label, child in self._below(view))
        return hashlib.sha1("\n".join([self._said(view), *below]).encode(), usedforsecurity=False).hexdigest()

    def _said(self, view: View) -> str:
        own = self._own.get(id(view))
        if own is None:
            own = self._own[id(view)] = _local(view)
        return own

    def glance(self, view: View) -> str:
        """What a view is called, what it says itself and the names below it, with no look at what those are."""
        return "\n".join([view.label or "", self._said(view), *sorted(label for label, _ in children(view))])


def children(view: View) -> Iterator[tuple[str, At]]:
    """The schemas directly below a view, each with what it is there; members of unions have no number."""
    for name, at in view.properties.items():
        yield "property " + name, at
    for name, at in view.single.items():
        yield name, at
    for name, at in view.patterns.items():
        yield "pattern " + name, at
    for name, at in view.dependents.items():
        yield "dependent " + name, at
    for index, at in enumerate(view.prefix):
        yield f"prefix {index}", at
    for members in view.unions.values():
        for at in members:
            yield "union", at
    for at in view.all_of:
        yield "allOf", at


def _local(view: View) -> str:
    """What a view says itself. The union keywords are one: members decide, not `oneOf` against `anyOf`."""
    keys = {name: value for name, value in view.keys.items() if name != "discriminator"}
    enum = sorted(view.enum) if view.enum is not None else None
    return key([list(view.types), view.nullable, enum, keys, view.bounds, sorted(view.required)])


def _components(
    root: View, below: Callable[[View], list[tuple[str, View]]], is_done: Callable[[View], bool]
) -> Iterator[list[View]]:
    """The strongly connected components below a view, the deepest first (Tarjan, without recursion)."""
    index: dict[int, int] = {id(root): 0}
    low: dict[int, int] = {id(root): 0}
    stack, on_stack = [root], {id(root)}
    work = [(root, iter(below(root)))]
    while work:
        view, rest = work[-1]
        step = next(rest, None)
        if step is not None:
            child = step[1]
            if is_done(child):
                continue
            if id(child) not in index:
                index[id(child)] = low[id(child)] = len(index)
                stack.append(child)
                on_stack.add(id(child))
                work.append((child, iter(below(child))))
            elif id(child) in on_stack:
                low[id(view)] = min(low[id(view)], index[id(child)])
            continue
        work.pop()
        if work:
            parent = work[-1][0]
            low[id(parent)] = min(low[id(parent)], low[id(view)])
        if low[id(view)] == index[id(view)]:
            component: list[View] = []
            while not component or component[-1] is not view:
                component.append(stack.pop())
                on_stack.discard(id(component[-1]))
            yield component


@define(slots=True)
class Matched:
    """The members of two unions: those in both, and those in one alone."""

    pairs: list[tuple[View, View]] = field(factory=list)
    removed: list[View] = field(factory=list)
    added: list[View] = field(factory=list)


def match(old: list[View], new: list[View], old_shapes: Shapes, new_shapes: Shapes) -> Matched:
    """Pair the members of two unions."""
    found = Matched(removed=old, added=new)
    if _pair_at_a_glance(found, old_shapes, new_shapes):
        return found
    _pair_by(found, lambda view: (old_shapes.of(view), view.label), lambda view: (new_shapes.of(view), view.label))
    _pair_by(found, old_shapes.of, new_shapes.of)
    _pair_by(found, _label, _label)
    if len(found.removed) == len(found.added) == 1 and not (found.removed[0].label and found.added[0].label):
        found.pairs.append((found.removed.pop(), found.added.pop()))
    if max(len(found.removed), len(found.added)) <= _LOOKALIKES:
        _pair_lookalikes(found)
    return found


def _pair_at_a_glance(found: Matched, old_shapes: Shapes, new_shapes: Shapes) -> bool:
    """Pair all members, or none, by their names and first levels, where those tell them apart.

    Nearly every union of a document is as it was. Following all that its members lead to, only to find that,
    took half of the time of two 5 MB documents.
    """
    before = {old_shapes.glance(view): view for view in found.removed}
    after = {new_shapes.glance(view): view for view in found.added}
    if not len(found.removed) == len(found.added) == len(before) or before.keys() != after.keys():
        return False
    found.pairs = [(view, after[glance]) for glance, view in before.items()]
    found.removed, found.added = [], []
    return True


def _label(view: View) -> str | None:
    return view.label


def _pair_by(found: Matched, of_old: Callable[[View], Hashable], of_new: Callable[[View], Hashable]) -> None:
    waiting: defaultdict[Hashable, list[View]] = defaultdict(list)
    for view in reversed(found.added):
        waiting[of_new(view)].append(view)
    removed: list[View] = []
    taken: Counter[int] = Counter()
    for view in found.removed:
        name = of_old(view)
        if name is not None and waiting.get(name):
            twin = waiting[name].pop()
            taken[id(twin)] += 1
            found.pairs.append((view, twin))
        else:
            removed.append(view)
    added: list[View] = []
    for view in found.added:
        if taken[id(view)]:
            taken[id(view)] -= 1
        else:
            added.append(view)
    found.removed, found.added = removed, added


def _pair_lookalikes(found: Matched) -> None:
    scored = sorted(
        (-likeness, i, j)
        for i, old in enumerate(found.removed)
        for j, new in enumerate(found.added)
        if (likeness := _likeness(old, new)) >= (0.75 if old.label and new.label else 0.5)
    )
    used_old: set[int] = set()
    used_new: set[int] = set()
    for _, i, j in scored:
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            found.pairs.append((found.removed[i], found.added[j]))
    found.removed = [view for i, view in enumerate(found.removed) if i not in used_old]
    found.added = [view for j, view in enumerate(found.added) if j not in used_new]


def _likeness(old: View, new: View) -> float:
    """How much of two object schemas is shared by name, from 0 to 1; 0 for anything else."""
    if old.types != new.types or not old.properties or not new.properties:
        return 0.0
    both = len(old.properties.keys() & new.properties.keys())
    return both / len(old.properties.keys() | new.properties.keys())
