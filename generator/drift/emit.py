"""From differences between pairs of schemas to changes of one operation: the table applied on the way down."""

from __future__ import annotations

import datetime
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from typing import Any, Final

from attrs import define, field, frozen

from .catalogue import Direction, schema_id
from .facts import Fact
from .graph import Edge, Pair
from .lifecycle import property_lifecycle, stability_change

_SCALARS: Final = frozenset({"string", "integer", "number", "boolean"})
_WIDER_FORMATS: Final = frozenset({
    ("int64", "int32"), ("double", "float"), ("idn-email", "email"), ("idn-hostname", "hostname"), ("iri", "uri"),
    ("iri-reference", "uri-reference"), ("iri-reference", "iri"), ("uri-reference", "uri"),
})  # fmt: skip


@frozen
class Root:
    """Where a compared schema is used: by which operation, in what, which way.

    `where` is body, parameter or header; `label` says it to a reader. `untyped` is true where values travel
    as text (queries, forms), so that any scalar is a string too. `required` is whether the parameter is, in
    both documents; `header` whether it is one.
    """

    operation: str
    direction: Direction
    where: str
    label: str
    pair: Pair
    untyped: bool = False
    xml: bool = False
    required: bool = False
    header: bool = False


@frozen
class Found:
    """A change with its id, before its level is known. `last`: further operations that have it are not told."""

    id: str
    operation: str
    direction: Direction
    where: str
    path: str
    fact: Fact
    last: bool = False


@define
class _Stop:
    """A pair on the way down, with where it stands and the step that led there."""

    pair: Pair
    where: str
    above: _Stop | None = None
    edge: Edge | None = None

    @property
    def path(self) -> str:
        """The way from the root, for a reader; spelt out only where there is something to tell."""
        steps: list[Edge] = []
        stop: _Stop | None = self
        while stop is not None and stop.edge is not None:
            steps.append(stop.edge)
            stop = stop.above
        path = ""
        for edge in reversed(steps):
            path = _path(path, edge)
        return path


@define
class Budget:
    """How many operations a pair is reported for, so that the report grows with the documents, not with their square.

    In a document whose 2,000 components all lead to each other, each change reaches each operation.
    """

    most: int
    visits: Counter[tuple[int, str, str]] = field(factory=Counter)

    @classmethod
    def over(cls, pairs: Iterable[Pair]) -> Budget:
        return cls(max(1, _FINDINGS // max(1, sum(1 + len(pair.facts) for pair in pairs if pair.changed))))

    def spend(self, pair: Pair, where: str, direction: str) -> bool:
        self.visits[id(pair), where, direction] += 1
        return self.visits[id(pair), where, direction] <= self.most

    def last(self, pair: Pair, where: str, direction: str) -> bool:
        return self.visits[id(pair), where, direction] == self.most


_FINDINGS: Final = 60_000


def emit(root: Root, today: datetime.date, deprecation_days: int, budget: Budget) -> Iterator[Found]:
    """Every change below a root, each pair once, at the place nearest to the root."""
    seen: set[tuple[int, str]] = set()
    queue = deque([_Stop(root.pair, root.where)] if root.pair.changed else [])
    mode = "readOnly" if root.direction == "request" else "writeOnly"
    while queue:
        stop = queue.popleft()
        place = id(stop.pair), stop.where
        if place in seen or not budget.spend(stop.pair, stop.where, root.direction):
            continue
        seen.add(place)
        silent = bool(stop.pair.new.keys.get(mode))
        last = budget.last(stop.pair, stop.where, root.direction)
        path = stop.path if stop.pair.facts else ""
        for fact in stop.pair.facts:
            name = _id(root, stop.where, fact, silent=silent, today=today, deprecation_days=deprecation_days)
            if name is not None:
                yield Found(name, root.operation, root.direction, root.label, path, fact, last)
        if not (silent and stop.where == "property"):
            below = _BELOW.get(stop.where, stop.where)
            queue.extend(
                _Stop(edge.pair, below, stop, edge) for edge in stop.pair.edges if (id(edge.pair), below) not in seen
            )


_BELOW: Final = {"body": "property", "parameter": "parameter-property"}


def _path(path: str, edge: Edge) -> str:
    if edge.kind == "property":
        return f"{path}.{edge.name}" if path else edge.name
    if edge.kind == "items":
        return path + "[]"
    if edge.kind in ("oneOf", "anyOf", "allOf"):
        return f"{path}<{edge.name or edge.kind}>"
    return f"{path}{{{edge.name}}}"


def _id(root: Root, where: str, fact: Fact, *, silent: bool, today: datetime.date, deprecation_days: int) -> str | None:
    """The id of a difference where it stands; None for one that does not matter there."""
    if fact.family == "property":
        return _property_id(root, where, fact)
    what: str | None = fact.what
    if fact.family == "type":
        what = type_change(fact, root, where)
    elif fact.family == "lifecycle":
        what = property_lifecycle(fact, today, deprecation_days) if where == "property" else None
    elif fact.family == "stability":
        what = stability_change(fact.old, fact.new) if where == "property" else None
    if what is None or (what == "xml-changed" and not root.xml):
        return None
    if what.startswith("default-value") and where == "parameter" and root.required:
        return f"request-required-parameter-{what}"
    return schema_id(what, where, root.direction, silent=silent, header=root.header)


def type_change(fact: Fact, root: Root, where: str) -> str:
    """Which of `type-changed`, `-generalized`, `-specialized` and `-compatible` a change of type is."""
    (old, old_format), (new, new_format) = fact.old, fact.new
    widened = _contains((new, new_format), (old, old_format))
    narrowed = _contains((old, old_format), (new, new_format))
    texts = root.untyped and set(old) | set(new) <= _SCALARS
    if root.direction == "request":
        if widened:
            return "type-generalized"
        if texts and "string" in new and old != new and where != "parameter-property":
            return "type-generalized" if where == "parameter" else "type-compatible"
        return "type-specialized" if narrowed else "type-changed"
    if narrowed:
        return "type-specialized"
    if texts and "string" in old and old != new:
        return "type-compatible"
    return "type-generalized" if widened and old != new else "type-changed"


def _contains(wide: Any, narrow: Any) -> bool:
    """Whether every value of the narrow (types, format) is one of the wide."""
    (wide_types, wide_format), (narrow_types, narrow_format) = wide, narrow
    if wide_types == narrow_types:
        return wide_format in (None, narrow_format) or (wide_format, narrow_format) in _WIDER_FORMATS
    if not wide_types:
        return True
    return bool(narrow_types) and all(
        name in wide_types or (name == "integer" and "number" in wide_types) for name in narrow_types
    )


def _property_id(root: Root, where: str, fact: Fact) -> str | None:
    need = "required" if fact.required else "optional"
    if root.where == "header":
        return "response-header-schema-changed"
    if root.where == "parameter":
        return _parameter_property_id(root, fact, need)
    if fact.what.endswith(("read-only", "write-only")):
        return f"{root.direction}-{need}-property-{fact.what}"
    if root.direction == "response":
        quiet = "write-only-" if "writeOnly" in fact.silent else ""
        if fact.what in ("added", "removed"):
            return f"response-{need}-{quiet}property-{fact.what}"
        return f"response-{quiet}property-{fact.what}"
    if "readOnly" in fact.silent:
        return None
    default = "-with-default" if fact.default and fact.required else ""
    if fact.what == "added":
        return f"new-{need}-request-property{default}"
    return f"request-property-{fact.what}{default if fact.what == 'became-required' else ''}"


def _parameter_property_id(root: Root, fact: Fact, need: str) -> str | None:
    if fact.what.endswith(("read-only", "write-only")):
        return None
    if fact.what == "added":
        header = root.header and fact.required
        return f"new-{need}-request-{'header-property' if header else 'parameter-property'}"
    if fact.what == "became-required" and root.header:
        return "request-header-property-became-required"
    return f"request-parameter-property-{fact.what}"
