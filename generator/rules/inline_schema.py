from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from attrs import define, field, frozen

from ..naming.names import Table, Wanted, choose, is_named_kind, read_table
from ..naming.shapes import DOCS, SAID_AT_USE, Shape, reference, says_null
from ..naming.use_path import wrapper
from ..rule import Found
from ..spec.openapi import join
from ..spec.rewrite import with_children
from ..spec.schemas import children, schema_roots
from ..spec.walk import is_3_0
from ..values import Edit, Spec
from .null_of_shared_component import not_null, or_null

RULES_ONLY: Final = (
    "not",
    "if",
    "then",
    "else",
    "contains",
    "propertyNames",
    "dependentSchemas",
    "$defs",
    "definitions",
)
"""Keywords below which a schema judges values and never has one of its own."""


def inline_schema(spec: Spec, names: Mapping[str, str]) -> Found:
    """Give inline objects, enums and compositions a component; those that say the same share one.

    Documents write the same object out at several places; the stock renderer makes a class of each. Which docs, null
    and default a place has stays at the place.
    """
    plan = _Plan(spec)
    plan.collect()
    if not plan.spots:
        return
    if not isinstance(spec.get("components", {}).get("schemas"), dict):
        yield Edit("/components", {**spec.get("components", {}), "schemas": {}}, "Inline schemas get a place.")
        return
    table = read_table(spec, names)
    plan.name(table)
    yield from plan.edits(table)


@frozen
class Spot:
    """An inline schema that becomes a component: where, below which other spot, and by which steps."""

    pointer: str
    schema: dict[str, Any]
    owner: str | None
    step: str
    level: int


@define
class _Plan:
    spec: Spec
    spots: dict[str, Spot] = field(factory=dict)
    nodes: list[tuple[str, Any]] = field(factory=list)
    names: dict[str, str] = field(factory=dict)
    first: dict[str, Spot] = field(factory=dict)
    shapes: dict[str, Shape] = field(factory=dict)

    def collect(self) -> None:
        """Find the inline schemas to name, those that hold others first, and all that stands beside them."""
        for root in schema_roots(self.spec):
            component = root.pointer.startswith("/components/schemas/")
            spots: dict[str, Spot] = {}
            nodes: list[tuple[str, Any]] = []
            stack: list[tuple[str, Any, str | None, str, int, bool]] = [
                (root.pointer, root.schema, None, root.pointer, 0, not component)
            ]
            while stack:
                at, node, owner, start, level, may = stack.pop()
                if not isinstance(node, dict):
                    continue
                nodes.append((at, node))
                if may and is_named_kind(node):
                    spots[at] = Spot(at, node, owner, at[len(start) :], level)
                    owner, start, level = at, at, level + 1
                stack.extend((b, child, owner, start, level, not part) for b, child, part in _below(at, node))
            if spots:
                self.spots |= spots
                self.nodes += nodes

    def name(self, table: Table) -> None:
        """Decide the name of each spot: of the table, of a component that says the same, or a new one."""
        shapes, existing = table.shapes, self.spec["components"]["schemas"]
        self.shapes = {at: shape for at, spot in self.spots.items() if (shape := shapes.at(spot.schema))}
        known: dict[int, str] = {}
        for name in sorted(existing, reverse=True):
            if is_named_kind(existing[name]):
                known[shapes.components[name].core] = name
        order = {name: index for index, name in enumerate(table.uses)}
        named = [(order[name], name, self.shapes[at].core) for at, name in table.inline.items() if at in self.spots]
        named += [(order[name], old, shapes.components[old].core) for old, name in table.components.items()]
        known |= {core: name for _, name, core in sorted(named, reverse=True)}
        pinned = {at: name for at, name in table.inline.items() if at in self.spots}
        self.names |= {at: pinned.get(at) or known[self.shapes[at].core] for at in self.spots
                       if at in pinned or self.shapes[at].core in known}  # fmt: skip
        self._choose(known, {*existing, *table.uses})

    def _choose(self, known: dict[int, str], taken: set[str]) -> None:
        """Automatic names, the outermost schemas first: what is below is named after them."""
        groups: dict[int, list[Spot]] = {}
        for spot in self.spots.values():
            if spot.pointer not in self.names:
                groups.setdefault(self.shapes[spot.pointer].core, []).append(spot)
        first = {core: min(group, key=lambda spot: (spot.level, spot.pointer)) for core, group in groups.items()}
        for level in sorted({spot.level for spot in first.values()}):
            wanted = [
                Wanted(core, spot.pointer, spot.owner, spot.step, spot.schema)
                for core, spot in first.items()
                if spot.level == level
            ]
            chosen = choose(self.spec, wanted, taken, self.names)
            taken |= set(chosen.values())
            for core, name in chosen.items():
                known[core] = name
                self.names |= {spot.pointer: name for spot in groups[core]}

    def edits(self, table: Table) -> Iterator[Edit]:
        """The components, each as it stands at its first place, and a reference at every place."""
        existing = self.spec["components"]["schemas"]
        pinned = {name: at for at, name in table.inline.items()}
        places: dict[str, list[Spot]] = {}
        for at, spot in self.spots.items():
            places.setdefault(self.names[at], []).append(spot)
        for name, spots in places.items():
            if name not in existing:
                self.first[name] = next(
                    (spot for spot in spots if spot.pointer == pinned.get(name)),
                    min(spots, key=lambda spot: (spot.level, spot.pointer)),
                )
        nullable = {
            name
            for name, spots in places.items()
            if name in self.first and all(self.shapes[s.pointer].null for s in spots)
        }
        results: dict[str, Any] = {}
        for at, node in reversed(self.nodes):
            new = with_children(at, node, results)
            if at in self.spots:
                name = self.names[at]
                if name in self.first and self.first[name].pointer == at:
                    yield Edit(join("/components/schemas", name), self._definition(new, name in nullable),
                               "Objects and enums are components with a name.", source=at)  # fmt: skip
                new = self._use(name, node, name in nullable)
                if self.spots[at].owner is None:
                    yield Edit(at, new, f"It is {name} now.")
            results[at] = new

    def _definition(self, schema: dict[str, Any], null: bool) -> dict[str, Any]:
        """A schema as a component: without what belongs to the place where it stood."""
        new = {key: value for key, value in schema.items() if key not in SAID_AT_USE}
        return new if null else not_null(new)

    def _use(self, name: str, schema: dict[str, Any], null_is_said: bool) -> dict[str, Any]:
        """A reference, with what this place says beyond the component."""
        shown = self.first[name].schema if name in self.first else self.spec["components"]["schemas"][name]
        extra: dict[str, Any] = {}
        extra |= {
            key: schema[key] for key in DOCS if key in schema and key != "title" and schema[key] != shown.get(key)
        }
        extra |= {key: schema[key] for key in SAID_AT_USE if key in schema}
        ref = {"$ref": reference(name)}
        if says_null(schema) and not null_is_said and (name in self.first or not says_null(shown)):
            return or_null(self.spec, {**ref, **extra}, schema)
        return {"allOf": [ref], **extra} if extra and is_3_0(self.spec) else {**ref, **extra}


def _below(at: str, node: dict[str, Any]) -> Iterator[tuple[str, Any, bool]]:
    """The child schemas that may hold values, and whether each is only a part of its parent."""
    for pointer, child in children(at, node):
        key = pointer[len(at) + 1 :].split("/")[0]
        if key not in RULES_ONLY:
            part = key == "allOf" and wrapper(node) is None
            yield pointer, child, part or (key in ("oneOf", "anyOf") and _is_whole(node, key))


def _is_whole(node: dict[str, Any], key: str) -> bool:
    """Whether the members of a union are no classes: parts of an object, or the values of one enum.

    Rust's schemars writes a member for each value of an enum that has a description.
    """
    members = [member for member in node[key] if member != {"type": "null"}]
    values = all(_is_value(member) for member in members) and len({member["type"] for member in members}) == 1
    return values or bool(node.get("properties"))


def _is_value(member: Any) -> bool:
    if not isinstance(member, dict) or member.get("type") not in ("string", "integer"):
        return False
    return all(name in ("type", "enum", "const", *DOCS) or name[:2] == "x-" for name in member)
