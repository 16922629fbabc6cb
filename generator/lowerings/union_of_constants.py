"""Unions of constants, the 3.1 way to document each value of an enum."""

from __future__ import annotations

from typing import Any

from ._parts import DOCS
from ._walk import Notes, PerSchema, Schema


def _union_of_constants(pointer: str, schema: Schema, notes: Notes) -> Schema:
    """Make one enum of a union whose members are constants or enums of one type.

    `oneOf: [{const: 1, title: LOW}, {const: 2, title: HIGH}]` is an enum with named values; a plain string
    beside the values only says that more may come, which holds for every enum of the client.
    """
    for key in ("oneOf", "anyOf"):
        members = schema.get(key)
        if not isinstance(members, list) or any(other in schema for other in ("properties", "allOf", "$ref", "enum")):
            continue
        kinds = {member.get("type") for member in members}
        named = [member for member in members if "const" in member or "enum" in member]
        if len(kinds) != 1 or not kinds <= {"string", "integer"} or not named or len(members) < 2:
            continue
        if any(_says_more(member) for member in members):
            continue
        return _enum(schema, key, named, kinds.pop())
    return schema


def _says_more(member: Schema) -> bool:
    return any(key not in DOCS and key not in ("const", "enum", "type") and key[:2] != "x-" for key in member)


def _enum(schema: Schema, key: str, members: list[Any], kind: Any) -> Schema:
    values: dict[Any, Any] = {}
    for member in members:
        for value in member.get("enum", [member.get("const")]):
            values.setdefault(value, member.get("title") if "const" in member else None)
    new = {name: value for name, value in schema.items() if name not in (key, "discriminator")}
    if all(isinstance(title, str) for title in values.values()):
        new["x-enum-varnames"] = list(values.values())
    return {**new, "type": kind, "enum": list(values)}


union_of_constants = PerSchema(_union_of_constants)
