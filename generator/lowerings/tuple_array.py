"""Arrays whose items differ by position, and arrays that do not say what they hold."""

from __future__ import annotations

from typing import Any

from ._walk import Notes, PerSchema, Schema


def _tuple_array(pointer: str, schema: Schema, notes: Notes) -> Schema:
    """Make an array of a union of `prefixItems`, and of anything where `items` is missing.

    31 arrays without `items` in 10 documents of the census; the stock renderer drops what holds them.
    """
    parts: list[Any] = []
    if isinstance(schema.get("items"), list):
        parts = [item if isinstance(item, dict) else {} for item in schema["items"]]
    elif isinstance(schema.get("prefixItems"), list):
        parts = list(schema["prefixItems"])
        rest = schema.get("items")
        parts += [rest] if isinstance(rest, dict) and rest else []
    if parts or "prefixItems" in schema or isinstance(schema.get("items"), list):
        kept = {key: value for key, value in schema.items() if key not in ("prefixItems", "items", "additionalItems")}
        items = parts[0] if len(parts) == 1 else {"oneOf": parts} if parts else {}
        return {**kept, "type": "array", "items": items}
    if schema.get("type") == "array" and "items" not in schema:
        return {**schema, "items": {}}
    return schema


tuple_array = PerSchema(_tuple_array)
