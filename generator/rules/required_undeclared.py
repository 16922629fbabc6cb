from __future__ import annotations

from typing import Any

from ..rule import Found
from ..spec.openapi import join, resolve
from ..spec.walk import schemas_with
from ..values import Edit, Spec

_COMPOSED = ("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas")


def required_undeclared(spec: Spec) -> Found:
    """Declare required properties that no schema describes, as anything.

    36 public documents require 226 names that they never declare, mostly after a property was renamed.
    The vendor says the property is there, so it is kept. In a member of a composition the declaration
    may stand elsewhere, and nothing is done.
    """
    for pointer, schema in schemas_with(spec, "required"):
        if not isinstance(schema["required"], list) or "$ref" in schema:
            continue
        if not ("properties" in schema or "allOf" in schema) or is_member(pointer):
            continue
        declared = _declared(spec, schema, 0)
        if declared is None:
            continue
        rest = schema.get("additionalProperties")
        value = rest if isinstance(rest, dict) else {}
        names = [name for name in schema["required"] if isinstance(name, str) and name not in declared]
        why = "It is required, and nothing declares it."
        if names and not isinstance(schema.get("properties"), dict):
            yield Edit(join(pointer, "properties"), dict.fromkeys(names, value), why)
            continue
        for name in names:
            yield Edit(join(pointer, "properties", name), value, why)


def is_member(pointer: str) -> bool:
    """Whether a schema is part of a composition, whose other parts may declare what it requires."""
    parent, _, token = pointer.rpartition("/")
    return token in _COMPOSED or parent.rpartition("/")[2] in _COMPOSED


def _declared(spec: Spec, schema: Any, depth: int) -> set[str] | None:
    """The names that a schema declares, its compositions included; None where it may declare any."""
    try:
        schema = resolve(spec, schema)
    except KeyError:
        return None
    if not isinstance(schema, dict) or depth > 20:
        return None
    properties = schema.get("properties")
    names = set(properties) if isinstance(properties, dict) else set()
    for keyword in ("allOf", "anyOf", "oneOf"):
        for member in schema.get(keyword) or () if isinstance(schema.get(keyword), list) else ():
            found = _declared(spec, member, depth + 1)
            if found is None:
                return None
            names |= found
    return names
