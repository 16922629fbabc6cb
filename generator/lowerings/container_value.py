"""Lists and maps as values of an enum or as a constant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ._parts import is_shape, scalar_type
from ._walk import Notes, PerSchema, Schema
from .enum_value import enum_value

COMPOSED: Final = ("$ref", "allOf", "oneOf", "anyOf")


def _container_value(pointer: str, schema: Schema, notes: Notes) -> Schema:
    """Read the type out of values that no Python enum can hold: `enum: [{id: 1, slug: lol}]` is an object with both.

    What the schema itself says of lists and maps stands. Lists among texts are texts that somebody wrapped, as
    `enum: [[1], [2]]` of an integer is; the lists of a list are values of its items (Mailchimp).
    """
    values = schema["enum"] if isinstance(schema.get("enum"), list) else [schema.get("const")]
    if not any(isinstance(value, dict | list) for value in values):
        return schema
    rest = {
        key: value for key, value in schema.items() if key not in ("enum", "const", "x-enum-varnames", "x-enumNames")
    }
    kind = rest.get("type")
    scalars = [value for value in values if not isinstance(value, dict | list)]
    if any(key in rest for key in COMPOSED):
        return {**rest, "enum": scalars} if scalars else rest
    if kind in ("string", "integer", "number", "boolean"):
        scalars += [item for value in values if isinstance(value, list) for item in value if scalar_type(item)]
        values = [*scalars, *(value for value in values if isinstance(value, dict))]
    own = {key: value for key, value in rest.items() if not is_shape(key)}
    members = [enum_value.function(pointer, member, notes) for member in _members(rest, scalars, values)]
    if len(members) == 1:
        return {**own, **members[0]}
    return {**own, "oneOf": members}


def _members(schema: Schema, scalars: list[Any], values: list[Any]) -> Iterator[Schema]:
    """A schema for each kind of value."""
    said = {key: value for key, value in schema.items() if is_shape(key)}
    kind = said.get("type")
    if scalars:
        yield {**({"type": kind} if kind not in (None, "array", "object") else {}), "enum": scalars}
    maps = [value for value in values if isinstance(value, dict)]
    lists = [value for value in values if isinstance(value, list)]
    if maps:
        yield said if said.keys() & {"properties", "additionalProperties"} else shape_of(maps, len(values) == 1)
    if lists and kind not in ("string", "integer", "number", "boolean"):
        made = shape_of(lists, len(values) == 1)
        items = {**made["items"], **said.get("items", {})}
        listed = [item for value in lists for item in value]
        if kind == "array" and items.keys() <= {"type"} and listed and all(scalar_type(item) for item in listed):
            items = enum_value.function("", {**items, "enum": listed}, [])
        yield {"type": "array", "items": items}


def shape_of(values: list[Any], exact: bool = False) -> Schema:
    """A schema that these JSON values fit; `exact` keeps a single scalar as a constant."""
    members: list[Schema] = []
    maps = [value for value in values if isinstance(value, dict)]
    lists = [value for value in values if isinstance(value, list)]
    kinds = sorted(
        {kind for value in values if (kind := scalar_type(value))} - ({"integer"} if _has_float(values) else set())
    )
    if exact and len(values) == 1 and kinds:
        return {"type": kinds[0], "const": values[0]}
    members += [{"type": kind} for kind in kinds]
    if maps:
        names = dict.fromkeys(name for value in maps for name in value)
        properties = {name: shape_of([value[name] for value in maps if name in value], exact) for name in names}
        required = [name for name in names if all(name in value for value in maps)]
        object_ = {"type": "object", "properties": properties} if names else {"type": "object"}
        members.append({**object_, "required": required} if required else object_)
    if lists:
        members.append({"type": "array", "items": shape_of([item for value in lists for item in value])})
    made = members[0] if len(members) == 1 else {"oneOf": members} if members else {}
    return {**made, "x-nullable": True} if None in values else made


def _has_float(values: list[Any]) -> bool:
    return any(isinstance(value, float) for value in values)


container_value = PerSchema(_container_value)
