"""Several types in one schema (3.1)."""

from __future__ import annotations

from typing import Any, Final

from ._parts import LIMITS
from ._walk import Notes, PerSchema, Schema

OF_TYPE: Final[dict[str, frozenset[str]]] = {
    "array": frozenset({"items", "prefixItems", "additionalItems"}),
    "object": frozenset({"properties", "required", "additionalProperties", "patternProperties"}),
    "string": frozenset({"format"}),
    "integer": frozenset({"format"}),
    "number": frozenset({"format"}),
    "boolean": frozenset(),
}


def _type_list(pointer: str, schema: Schema, notes: Notes) -> Schema:
    """Make a union of a list of types, each with the keywords that apply to it.

    `type: [string, integer]` is how 3.1 documents say that an id may be sent either way.
    """
    kinds = schema.get("type")
    if not isinstance(kinds, list):
        return schema
    names = list(dict.fromkeys(kinds))
    if "number" in names and "integer" in names:
        names.remove("integer")
    rest = {key: value for key, value in schema.items() if key != "type"}
    if len(names) == 1:
        return {**rest, "type": names[0]}
    if "enum" in rest or "const" in rest or not names:
        return rest
    moved = frozenset().union(*OF_TYPE.values()) | LIMITS
    members = [{"type": name, **{key: rest[key] for key in rest if key in OF_TYPE[name]}} for name in names]
    own: dict[str, Any] = {key: value for key, value in rest.items() if key not in moved}
    if any(key in own for key in ("oneOf", "anyOf", "allOf", "$ref")):
        return own
    return {**own, "oneOf": members}


type_list = PerSchema(_type_list)
