"""`true` and `false` where a schema is expected."""

from __future__ import annotations

from typing import Any

from ._walk import Notes, PerSchema, Schema


def _boolean_schema(pointer: str, schema: Schema, notes: Notes) -> Schema:
    """Say "anything" as `{}`; only `additionalProperties` may stay a boolean.

    `items: false` after `prefixItems` is what tuple-minded generators write.
    """
    new = dict(schema)
    for key in ("properties", "patternProperties"):
        if key in new and any(isinstance(child, bool) for child in new[key].values()):
            new[key] = {name: {} if isinstance(child, bool) else child for name, child in new[key].items()}
    for key in ("allOf", "anyOf", "oneOf", "prefixItems"):
        if key in new and any(isinstance(child, bool) for child in new[key]):
            new[key] = _members(key, new[key])
    if isinstance(new.get("items"), bool):
        new["items"] = {}
    return new if any(new[key] is not schema[key] for key in new) else schema


def _members(key: str, members: list[Any]) -> list[Any]:
    """`false` adds nothing to a union; `true` is anything."""
    if key in ("anyOf", "oneOf"):
        members = [child for child in members if child is not False]
    return [{} if isinstance(child, bool) else child for child in members]


boolean_schema = PerSchema(_boolean_schema)
