"""Unions in their last form: flat, without null and doubles, their discriminators spelt out."""

from __future__ import annotations

import json
import operator
from collections.abc import Callable, Mapping
from typing import Any, Final

from ._parts import DOCS, OF_USE, PREFIX, is_shape, ref_name
from ._walk import Schema

Components = Mapping[str, Schema]

EMPTY: Final[Schema] = {"type": "object", "additionalProperties": True}


def finished_union(union: Schema, components: Components, stays: Callable[[str], bool]) -> Schema:
    """A union whose members are in their last form already; with one member left, that member.

    `stays` tells whether a component keeps its name: a discriminator can lead to no other.
    """
    members: list[Schema] = []
    marks = [union["discriminator"]] if isinstance(union.get("discriminator"), dict) else []
    null = union.get("x-nullable") is True
    for member in union["oneOf"]:
        null = null or member.get("x-nullable") is True
        if "oneOf" in member:
            marks += [member["discriminator"]] if "discriminator" in member else []
            members += member["oneOf"]
        else:
            members.append({key: value for key, value in member.items() if key not in OF_USE})
    rest = {key: value for key, value in union.items() if key not in ("oneOf", "discriminator", "type", "x-nullable")}
    rest = {key: value for key, value in rest.items() if not is_shape(key)}
    members = _without_wider(_distinct(_with_empty_objects(members, components)), components)
    nullable = {"x-nullable": True} if null else {}
    if not members or any(not any(map(is_shape, member)) for member in members):
        return {**rest, **nullable}
    if len(members) == 1:
        return {**members[0], **rest, **nullable}
    mark = _discriminator(marks, members, components, stays)
    # What a value leads to is a member, also where the list of members forgot it.
    named = {ref_name(member) for member in members}
    members += [{"$ref": PREFIX + name} for name in sorted(set((mark or {}).get("mapping", {}).values()) - named)]
    return {**rest, "oneOf": members, **({"discriminator": mark} if mark else {}), **nullable}


def _with_empty_objects(members: list[Schema], components: Components) -> list[Schema]:
    """`oneOf: [{}, Payment, Consent]` means that the object may be empty, not that it may be anything at all."""
    bare = [not any(map(is_shape, member)) for member in members]
    objects = [
        member.get("type") == "object" or "properties" in components.get(ref_name(member) or "", {})
        for member in members
    ]
    if not any(bare) or not any(objects) or not all(map(operator.or_, bare, objects)):
        return members
    return [EMPTY if empty else member for empty, member in zip(bare, members, strict=True)]


def _distinct(members: list[Schema]) -> list[Schema]:
    """Members that differ in more than docs, the first of each kind."""
    found: dict[str, Schema] = {}
    for member in members:
        shape = {key: value for key, value in member.items() if is_shape(key)}
        found.setdefault(json.dumps(shape, sort_keys=True, default=str), member)
    return list(found.values())


def _without_wider(members: list[Schema], components: Components) -> list[Schema]:
    """Without what another member takes in: enums of the client are open, dates fall back to text."""
    enums = {
        components.get(ref_name(member) or "", {}).get("type") for member in members if _is_enum(member, components)
    }
    kinds = {member.get("type") for member in members}
    dated = any(member.get("format") in ("date", "date-time") for member in members)

    def taken(member: Schema) -> bool:
        if set(member) - DOCS != {"type"} and "pattern" not in member and member.get("type") != "integer":
            return False
        if "const" in member or ("format" in member and member.get("type") == "string"):
            return False
        kind = member.get("type")
        return kind in enums or (kind == "string" and dated) or (kind == "integer" and "number" in kinds)

    return [member for member in members if not taken(member)]


def _is_enum(member: Schema, components: Components) -> bool:
    return "enum" in components.get(ref_name(member) or "", {})


def _discriminator(
    marks: list[Any], members: list[Schema], components: Components, stays: Callable[[str], bool]
) -> Schema | None:
    """The discriminator of a union: from the document, else a property with another constant in each member.

    The value that a member's own property must have counts before the name of its component, which is what
    OpenAPI falls back on.
    """
    models = [
        name
        for member in members
        if (name := ref_name(member)) is not None and "properties" in components.get(name, {})
    ]
    names = {mark.get("propertyName") for mark in marks}
    if len(names) > 1:
        return None
    if not names:
        return _inferred(models, components) if len(models) == len(members) else None
    (wire,) = names
    mapping: dict[str, str] = {}
    for mark in marks:
        given = mark.get("mapping")
        for value, target in given.items() if isinstance(given, dict) else ():
            name = _target(target, components)
            if name is not None and stays(name) and "enum" not in components[name]:
                mapping.setdefault(str(value), name)
    mapped = set(mapping.values())
    for name in models:
        values = _values(components[name], wire, components)
        for value in values or ([] if name in mapped else [name]):
            mapping.setdefault(value, name)
    return {"propertyName": wire, "mapping": dict(sorted(mapping.items()))} if mapping else None


def _inferred(models: list[str], components: Components) -> Schema | None:
    """A property that each member requires with values of its own (`type: {const: circle}`)."""
    candidates = sorted(components[models[0]]["properties"]) if models else []
    for wire in candidates:
        mapping: dict[str, str] = {}
        for name in models:
            values = _values(components[name], wire, components)
            if not values or not mapping.keys().isdisjoint(values) or wire not in components[name].get("required", ()):
                break
            mapping.update(dict.fromkeys(values, name))
        else:
            return {"propertyName": wire, "mapping": dict(sorted(mapping.items()))}
    return None


def _values(model: Schema, wire: Any, components: Components) -> list[str]:
    """The texts that a model's property may have, where the model says."""
    use = model.get("properties", {}).get(wire)
    if not isinstance(use, dict):
        return []
    target = components.get(ref_name(use) or "", use)
    values = [target["const"]] if "const" in target else target.get("enum", [])
    return [value for value in values if isinstance(value, str)]


def _target(target: Any, components: Components) -> str | None:
    if not isinstance(target, str):
        return None
    name = target.removeprefix(PREFIX).replace("~1", "/").replace("~0", "~")
    return name if name in components else None
