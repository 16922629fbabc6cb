"""Components that are nothing but null."""

from __future__ import annotations

from typing import Any

from ..values import Spec
from ._parts import DOCS, ref_name
from ._walk import Notes, Schema, components, map_schemas


def null_component(spec: Spec, notes: Notes) -> Spec:
    """Say null where a component that is only null is used.

    drf-spectacular writes an enum that may be left blank as `oneOf` of the enum, a `BlankEnum` and a `NullEnum`;
    by its name nobody can tell that the last one is no value of its own.
    """
    null = {name for name, schema in components(spec).items() if _is_only_null(schema)}

    def said(pointer: str, schema: Schema, _: Notes) -> Schema:
        if ref_name(schema) not in null:
            return schema
        return {"type": "null", **{key: value for key, value in schema.items() if key in DOCS}}

    return map_schemas(spec, [said], notes) if null else spec


def _is_only_null(schema: Any) -> bool:
    if not isinstance(schema, dict):
        return False
    return schema.get("type") in ("null", ["null"]) or schema.get("enum") == [None] or schema.get("const", "") is None
