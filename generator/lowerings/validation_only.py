"""Keywords that only a validator needs."""

from __future__ import annotations

from typing import Any, Final

from ._parts import DOCS, LIMITS
from ._walk import Notes, PerSchema, Schema
from .conditional_properties import is_condition, is_part

DROPPED: Final = frozenset({
    "not", "if", "then", "else", "contains", "minContains", "maxContains", "propertyNames", "dependentSchemas",
    "dependentRequired", "dependencies", "unevaluatedItems", "contentSchema", "$defs", "definitions", "$id",
    "$schema", "$anchor", "$dynamicAnchor", "$dynamicRef", "$recursiveRef", "$recursiveAnchor", "$vocabulary", "id",
})  # fmt: skip


def _validation_only(pointer: str, schema: Schema, notes: Notes) -> Schema:
    """Drop `not`, `if` and other rules of validity, and union members that are only such rules.

    `anyOf: [{required: [a]}, {required: [b]}]` says which fields may be left out together; read as a type
    it makes the stock renderer write a module that does not parse.
    """
    if is_condition(schema) and is_part(pointer):
        return schema
    new = {key: value for key, value in schema.items() if key not in DROPPED}
    rest = schema.get("unevaluatedItems")
    if isinstance(rest, dict) and "items" not in new and not new.keys() & {"allOf", "anyOf", "oneOf", "$ref"}:
        new["items"] = rest
    if "unevaluatedProperties" in new:
        rest = new.pop("unevaluatedProperties")
        if isinstance(rest, dict):
            new.setdefault("additionalProperties", rest)
    for key in ("anyOf", "oneOf", "allOf"):
        if key in new and (not new[key] or (key != "allOf" and all(_only_rules(child, new) for child in new[key]))):
            del new[key]
    return new if new != schema else schema


def _only_rules(member: Any, base: Schema) -> bool:
    """Whether a member only limits what the base says: required properties, a length, a format of its type.

    The base's own properties may be repeated empty. OGC's `bbox` is an array of four or of six numbers.
    """
    keys = set(member) - DOCS - LIMITS
    if keys - {"required", "properties", "type", "format"} or not ("required" in keys or "type" in base):
        return False
    own = base.get("properties", {})
    kind = member.get("type", base.get("type", "object"))
    return kind == base.get("type", "object") and all(
        name in own and not set(child) - DOCS for name, child in member.get("properties", {}).items()
    )


validation_only = PerSchema(_validation_only)
