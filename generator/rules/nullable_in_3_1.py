from __future__ import annotations

from typing import Any

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import is_3_0, schemas_with
from ..values import REMOVED, Edit, Spec


def nullable_in_3_1(spec: Spec) -> Found:
    """Say `nullable` as JSON Schema does: null is a type.

    3.1 has no such keyword, so a reader of 3.1 refuses the nulls that the vendor sends. 17 public
    documents carry 349 of them over from 3.0.
    """
    if is_3_0(spec):
        return
    for pointer, schema in schemas_with(spec, "nullable"):
        why = "In OpenAPI 3.1 null is a type."
        if schema["nullable"] is True:
            yield from _with_null(pointer, schema, why)
        else:
            yield Edit(join(pointer, "nullable"), REMOVED, why)


_ANNOTATIONS = (
    "title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly",
)  # fmt: skip


def _with_null(pointer: str, schema: dict[str, Any], why: str) -> Found:
    named = schema.get("type")
    gone = Edit(join(pointer, "nullable"), REMOVED, why)
    union = next((word for word in ("anyOf", "oneOf") if isinstance(schema.get(word), list) and schema[word]), None)
    if isinstance(named, str | list):
        types = [named] if isinstance(named, str) else named
        if "null" not in types:
            yield Edit(join(pointer, "type"), [*types, "null"], why)
        yield gone
    elif union and not {"allOf", "$ref", "enum", "const"} & schema.keys():
        if not any(isinstance(each, dict) and each.get("type") == "null" for each in schema[union]):
            yield Edit(join(pointer, union, len(schema[union])), {"type": "null"}, why)
        yield gone
    elif "enum" in schema and not {"allOf", "$ref", "const"} & schema.keys():
        if isinstance(schema["enum"], list) and None not in schema["enum"]:
            yield Edit(join(pointer, "enum"), [*schema["enum"], None], why)
        yield gone
    elif {"allOf", "$ref", "const"} & schema.keys():
        yield Edit(pointer, _wrapped(schema), why)
    else:
        yield gone  # no type: null is allowed anyway


def _wrapped(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema or null, its annotations outside."""
    outer = {name: value for name, value in schema.items() if name in _ANNOTATIONS or name.startswith("x-")}
    inner = {name: value for name, value in schema.items() if name not in outer and name != "nullable"}
    members = inner.get("allOf")
    if len(inner) == 1 and isinstance(members, list) and len(members) == 1 and isinstance(members[0], dict):
        inner = members[0]
    return {"anyOf": [inner, {"type": "null"}], **outer}
