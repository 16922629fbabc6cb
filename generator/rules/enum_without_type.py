from __future__ import annotations

from ..rule import Found
from ..spec.instances import json_type
from ..spec.openapi import join
from ..spec.walk import is_3_0, schemas_with
from ..values import Edit, Spec


def enum_without_type(spec: Spec) -> Found:
    """Say the type of an enum whose values are all of one.

    Readers that go by `type` take the schema for anything; published documents leave it out. A null among
    the values is said as the version of the document says null.
    """
    old = is_3_0(spec)
    for pointer, schema in schemas_with(spec, "enum"):
        if {"type", "$ref"} & schema.keys():
            continue
        listed = schema["enum"]
        types = dict.fromkeys(json_type(value) for value in listed) if isinstance(listed, list) else {}
        if set(types) - {"null"} == {"integer", "number"}:
            types = {"number": None} | ({"null": None} if "null" in types else {})
        named = [name for name in types if name != "null"]
        if len(named) != 1:
            continue
        why = f"All values are of the type {named[0]}."
        if "null" in types and not old:
            yield Edit(join(pointer, "type"), [named[0], "null"], why)
            continue
        yield Edit(join(pointer, "type"), named[0], why)
        if "null" in types and schema.get("nullable") is not True:
            yield Edit(join(pointer, "nullable"), True, "Null is one of the values.")
