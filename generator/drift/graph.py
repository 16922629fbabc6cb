"""The graph of compared pairs of schemas: each pair once, however often and however deep it is used.

A pair holds its own differences and edges to the pairs below it. Whether something below changed is told
by following the edges backwards from the pairs that differ, so that cycles need no special care and an
unchanged part of a document costs one comparison.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from attrs import define, field

from .facts import Fact, mapping_facts, scalar_facts
from .letter import Same
from .match import Matched, Shapes, match
from .side import Side
from .structure import list_of_types_fact, presence_fact, property_fact
from .view import OPTIONAL, SINGLE, At, View

_UNION_NAMES = {"oneOf": "one-of", "anyOf": "any-of", "allOf": "all-of"}


@define(slots=True)
class Edge:
    """The way from a pair to one below it. `kind` is `property` or the keyword, `name` is for the reader."""

    kind: str
    name: str
    pair: Pair


@define(slots=True, eq=False)
class Pair:
    """An old and a new schema that stand for each other."""

    old: View
    new: View
    facts: list[Fact] = field(factory=list)
    edges: list[Edge] = field(factory=list)
    changed: bool = False


class Graph:
    """All pairs that the walk over two documents needs."""

    def __init__(self, old: Side, new: Side) -> None:
        self.old, self.new = old, new
        self._shapes = Shapes(old), Shapes(new)
        self._pairs: dict[tuple[int, int], Pair] = {}
        self._work: list[Pair] = []
        self._same = Same(old, new)

    def pair(self, old: At, new: At) -> Pair | None:
        """The pair of the schemas there, to be compared by `run`; None where they are the same to the letter."""
        if self._same.nodes(old[0], new[0]):
            return None
        return self._pair(self.old.view(old), self.new.view(new))

    def _pair(self, old: View, new: View) -> Pair:
        known = self._pairs.get((id(old), id(new)))
        if known is None:
            known = self._pairs[id(old), id(new)] = Pair(old, new)
            self._work.append(known)
        return known

    def unchanged(self, old: Any, new: Any) -> bool:
        """Whether two nodes are the same to the letter, and so is everything that they refer to."""
        return self._same.nodes(old, new)

    def run(self) -> list[Pair]:
        """Compare every pair and mark those that changed, or that something changed below. Returns them all."""
        done: list[Pair] = []
        while self._work:
            pair = self._work.pop()
            self._compare(pair)
            done.append(pair)
        above: defaultdict[int, list[Pair]] = defaultdict(list)
        for pair in done:
            for edge in pair.edges:
                above[id(edge.pair)].append(pair)
        wave = [pair for pair in done if pair.facts]
        while wave:
            pair = wave.pop()
            if not pair.changed:
                pair.changed = True
                wave.extend(above[id(pair)])
        for pair in done:
            pair.edges = [edge for edge in pair.edges if edge.pair.changed]
        return done

    def _compare(self, pair: Pair) -> None:
        old, new = pair.old, pair.new
        if bool(old.all_of) != bool(new.all_of):
            old, new = self.old.flat(old), self.new.flat(new)
        elif old.all_of and new.all_of and old.properties.keys() != new.properties.keys():
            found = self._match(old.all_of, new.all_of)
            if found.added or found.removed:
                old, new = self.old.flat(old), self.new.flat(new)
        if self._wrapped(pair, old, new):
            return
        pair.facts.extend(scalar_facts(old, new))
        retyped = any(fact.family == "type" for fact in pair.facts)
        self._properties(pair, old, new)
        self._single(pair, old, new, retyped=retyped)
        self._named(pair, old, new, "pattern-property", old.patterns, new.patterns)
        self._named(pair, old, new, "dependent-schema", old.dependents, new.dependents)
        self._prefix(pair, old, new)
        if not (retyped and bool(old.unions) != bool(new.unions)):
            self._unions(pair, old, new)
        self._all_of(pair, old, new)

    def _edge(self, pair: Pair, kind: str, name: str, old: At, new: At) -> None:
        below = self.pair(old, new)
        if below is not None:
            pair.edges.append(Edge(kind, name, below))

    def _properties(self, pair: Pair, old: View, new: View) -> None:
        for name, at in old.properties.items():
            other = new.properties.get(name)
            if other is None:
                pair.facts.append(property_fact("removed", name, at[1], new.pointer, self.old.view(at), None, old, new))
                continue
            if name in old.required and name in new.required and self._same.nodes(at[0], other[0]):
                continue
            before, after = self.old.view(at), self.new.view(other)
            if (name in old.required) != (name in new.required):
                what = "became-required" if name in new.required else "became-optional"
                pair.facts.append(property_fact(what, name, at[1], other[1], before, after, old, new))
            for mode, key in (("read-only", "readOnly"), ("write-only", "writeOnly")):
                if before.keys.get(key) != after.keys.get(key):
                    what = f"became-{mode}" if after.keys.get(key) else f"became-not-{mode}"
                    pair.facts.append(property_fact(what, name, at[1], other[1], before, after, old, new))
            self._edge(pair, "property", name, at, other)
        for name, at in new.properties.items():
            if name not in old.properties:
                pair.facts.append(property_fact("added", name, old.pointer, at[1], None, self.new.view(at), old, new))

    def _single(self, pair: Pair, old: View, new: View, *, retyped: bool) -> None:
        for keyword, name in SINGLE.items():
            before, after = old.single.get(keyword), new.single.get(keyword)
            if before is not None and after is not None:
                self._edge(pair, keyword, keyword, before, after)
            elif (before is None and after is None) or (keyword == "items" and retyped):
                continue
            elif not self._says_nothing(keyword, before, after):
                what = "removed" if after is None else "added"
                if keyword == "additionalProperties":
                    what = "widened" if after is None else "narrowed"
                pair.facts.append(presence_fact(f"{name}-{what}", before, after, old, new))

    def _says_nothing(self, keyword: str, before: At | None, after: At | None) -> bool:
        """Whether the schema that stands on one side only lets everything pass, as its absence does."""
        side, at = (self.old, before) if before is not None else (self.new, after)
        if keyword == "additionalProperties" and at is not None and at[0] is False:
            return True
        return at is not None and keyword in OPTIONAL and side.view(at).is_any

    def _named(self, pair: Pair, old: View, new: View, what: str, before: dict[str, At], after: dict[str, At]) -> None:
        for name, at in before.items():
            if name in after:
                self._edge(pair, what, name, at, after[name])
            else:
                pair.facts.append(presence_fact(f"{what}-removed", at, None, old, new, name))
        for name, at in after.items():
            if name not in before:
                pair.facts.append(presence_fact(f"{what}-added", None, at, old, new, name))

    def _prefix(self, pair: Pair, old: View, new: View) -> None:
        for index in range(max(len(old.prefix), len(new.prefix))):
            before = old.prefix[index] if index < len(old.prefix) else None
            after = new.prefix[index] if index < len(new.prefix) else None
            if before is not None and after is not None:
                self._edge(pair, "prefixItems", str(index), before, after)
            else:
                what = "prefix-items-removed" if after is None else "prefix-items-added"
                pair.facts.append(presence_fact(what, before, after, old, new, str(index)))

    def _unions(self, pair: Pair, old: View, new: View) -> None:
        """Compare the unions; `oneOf` turned into `anyOf`, or the reverse, is compared as if it had not been."""
        same: list[tuple[int, int]] = []
        before, after = dict(old.unions), dict(new.unions)
        if len(before) == len(after) == 1 and before.keys() != after.keys():
            (keyword,) = after
            before = {keyword: next(iter(before.values()))}
        for keyword in ("oneOf", "anyOf"):
            if keyword in before or keyword in after:
                found = self._match(before.get(keyword, []), after.get(keyword, []))
                same += [(id(one), id(other)) for one, other in found.pairs]
                self._members(pair, old, new, keyword, found)
        pair.facts.extend(mapping_facts(old, new, (self.old, self.new), same))

    def _match(self, old: list[At], new: list[At]) -> Matched:
        views = [self.old.view(at) for at in old], [self.new.view(at) for at in new]
        return match(*views, *self._shapes)

    def _members(self, pair: Pair, old: View, new: View, keyword: str, found: Matched) -> None:
        widened = list_of_types_fact(old, new, keyword, found)
        if widened is not None:
            pair.facts.append(widened)
            return
        what = _UNION_NAMES[keyword]
        for member in found.removed:
            at = (member.raw, member.pointer)
            pair.facts.append(presence_fact(f"{what}-removed", at, None, old, new, member.label or member.pointer))
        for member in found.added:
            at = (member.raw, member.pointer)
            pair.facts.append(presence_fact(f"{what}-added", None, at, old, new, member.label or member.pointer))
        for before, after in found.pairs:
            pair.edges.append(Edge(keyword, after.label or "", self._pair(before, after)))

    def _all_of(self, pair: Pair, old: View, new: View) -> None:
        if old.all_of or new.all_of:
            self._members(pair, old, new, "allOf", self._match(old.all_of, new.all_of))

    def _wrapped(self, pair: Pair, old: View, new: View) -> bool:
        """A plain schema against a union of which it is a member: only the other members came or went."""
        if bool(old.unions) == bool(new.unions):
            return False
        union, plain = (new, old) if new.unions else (old, new)
        if union.properties or union.single or len(union.unions) > 1 or plain.is_any or union.enum is not None:
            return False
        ((keyword, members),) = union.unions.items()
        found = self._match([(old.raw, old.pointer)], members) if new.unions else self._match(
            members, [(new.raw, new.pointer)]
        )  # fmt: skip
        if not found.pairs:
            return False
        if old.nullable != new.nullable:
            pair.facts.extend(fact for fact in scalar_facts(old, new) if "nullable" in fact.what)
        if new.unions and keyword == "oneOf" and list_of_types_fact(old, new, keyword, found) is None:
            pair.facts.append(presence_fact("wrapped-in-one-of", None, (new.raw, new.pointer), old, new))
            found.added = []
        self._members(pair, old, new, keyword, found)
        return True
