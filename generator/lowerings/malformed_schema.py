"""Keywords whose value has the wrong kind."""

from __future__ import annotations

from typing import Any, Final

from ..spec.openapi import join
from ._parts import TYPES
from ._walk import Notes, PerSchema, Schema, note

KINDS: Final[dict[str, type | tuple[type, ...]]] = {
    "properties": dict, "patternProperties": dict, "required": list, "enum": list, "allOf": list, "anyOf": list,
    "oneOf": list, "prefixItems": list, "$ref": str, "additionalProperties": (dict, bool), "items": (dict, list, bool),
    "discriminator": dict, "nullable": bool, "title": str, "description": str, "format": str,
    "readOnly": bool, "writeOnly": bool, "deprecated": bool, "type": (str, list),
}  # fmt: skip
QUIET: Final = frozenset({"title", "description", "nullable", "readOnly", "writeOnly", "deprecated"})
"""A wrong value here costs no type; it is left out without a note."""


def _malformed_schema(pointer: str, schema: Schema, notes: Notes) -> Schema:
    """Leave out keywords that cannot be read: `properties: null`, `required: true`, `type: "string,"`.

    Two documents of the census write `required: true` on a property; elsewhere a whole model would go.
    """
    bad = [key for key in schema if key in KINDS and not isinstance(schema[key], KINDS[key])]
    bad += [key for key in ("type",) if key not in bad and key in schema and not _type_known(schema[key])]
    new = {key: _entries(key, value) for key, value in schema.items() if key not in bad}
    for key in bad:
        if key not in QUIET:
            note(notes, "malformed-schema", join(pointer, key), f"cannot be read as {key}; left out")
    return new if bad or any(new[key] is not schema[key] for key in new) else schema


def _type_known(value: Any) -> bool:
    names = value if isinstance(value, list) else [value]
    return bool(names) and all(isinstance(name, str) and name in (*TYPES, "null") for name in names)


def _entries(key: str, value: Any) -> Any:
    """A value without the entries that are no schema; a property without one may hold anything."""
    if key in ("properties", "patternProperties") and any(
        not isinstance(child, dict | bool) for child in value.values()
    ):
        return {name: child if isinstance(child, dict | bool) else {} for name, child in value.items()}
    if key in ("allOf", "anyOf", "oneOf", "prefixItems") and any(not isinstance(child, dict | bool) for child in value):
        return [child for child in value if isinstance(child, dict | bool)]
    if key == "required" and any(not isinstance(name, str) for name in value):
        return [name for name in value if isinstance(name, str)]
    return value


malformed_schema = PerSchema(_malformed_schema)
