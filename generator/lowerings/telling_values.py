"""The values that tell the members of a union apart, where no discriminator does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..spec.openapi import join
from ..spec.schemas import schema_roots, subschemas
from ..values import Spec
from ._parts import ref_name
from ._walk import Notes, Schema, components, replace


def telling_values(spec: Spec, notes: Notes) -> Spec:
    """Write down for each member of a union which values its enums have, where others have none or different ones.

    PandaScore's incidents have a `type` of one value each, but for the deletion, whose `type` may be any of theirs: no
    discriminator can be inferred, and all have the same keys. The values are a leaning and no rule, as enums grow.
    """
    schemas = components(spec)
    found: dict[str, dict[str, list[Any]]] = {}
    for members in dict.fromkeys(_unions(spec, schemas)):
        values = {name: dict(_values(schemas[name], schemas)) for name in members}
        same = _same_in_all(list(values.values()))
        for name, own in values.items():
            told = {wire: known for wire, known in own.items() if wire not in same}
            if told:
                found.setdefault(name, {}).update(told)
    return replace(
        spec,
        {
            join("/components/schemas", name): {**schemas[name], "x-told-by": told}
            for name, told in sorted(found.items())
            if schemas[name].get("x-told-by") != told
        },
    )


def _unions(spec: Spec, schemas: dict[str, Schema]) -> Iterator[tuple[str, ...]]:
    """The models among the members of each union of several, those of aliases too."""
    for root in schema_roots(spec):
        for at in subschemas(root.pointer, root.schema):
            if isinstance(at.schema, dict) and isinstance(at.schema.get("oneOf"), list):
                members = _models(at.schema, schemas)
                if len(members) > 1:
                    yield members


def _models(union: Schema, schemas: dict[str, Schema]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    seen: set[str] = set()
    stack = [*union["oneOf"]]
    while stack:
        name = ref_name(stack.pop())
        component = schemas.get(name or "", {})
        if name is None or name in seen:
            continue
        seen.add(name)
        stack.extend(component.get("oneOf", ()))
        if isinstance(component.get("properties"), dict):
            found[name] = None
    return tuple(sorted(found))


def _values(model: Schema, schemas: dict[str, Schema]) -> Iterator[tuple[str, list[Any]]]:
    """The values of each property of a model that is an enum."""
    for wire, use in model["properties"].items():
        values = schemas.get(ref_name(use) or "", {}).get("enum")
        if values:
            yield wire, values


def _same_in_all(members: list[dict[str, list[Any]]]) -> set[str]:
    """The properties whose values are the same in every member, in whatever order: those tell none apart."""
    found = {wire: sorted(map(repr, values)) for wire, values in members[0].items()}  # 1 is not true
    for own in members[1:]:
        found = {wire: each for wire, each in found.items() if sorted(map(repr, own.get(wire, ()))) == each}
    return set(found)
