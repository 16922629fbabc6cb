"""Properties that are named by a pattern."""

from __future__ import annotations

from typing import Any

from ._walk import Notes, PerSchema, Schema


def _pattern_properties(pointer: str, schema: Schema, notes: Notes) -> Schema:
    """Make `patternProperties` what the other properties hold: Python has no attribute for a pattern.

    `{"^x-": {"type": "string"}}` with `additionalProperties: false` is a map of strings.
    """
    if "patternProperties" not in schema:
        return schema
    new = {key: value for key, value in schema.items() if key != "patternProperties"}
    parts: list[Any] = [part for _, part in sorted(schema["patternProperties"].items())]
    rest = new.get("additionalProperties")
    if isinstance(rest, dict):
        parts.append(rest)
    if parts and rest is not True:
        new["additionalProperties"] = parts[0] if len(parts) == 1 else {"oneOf": parts}
    return {"type": "object", **new}


pattern_properties = PerSchema(_pattern_properties)
