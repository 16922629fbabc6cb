from __future__ import annotations

from typing import Final

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import nodes
from ..values import Edit, Spec

_OBJECT: Final = ("properties", "patternProperties")
_COMPOSED: Final = ("allOf", "oneOf", "anyOf")
_ELSEWHERE: Final = ("type", "$ref", "enum", "const", "items")


def object_without_type(spec: Spec) -> Found:
    """Say that a schema with properties is an object, and one with items an array.

    `properties` alone also allows every text and number, which nobody means; `items` beside a union says what its
    lists hold (a command of Docker is a text or a list). Below `not` and `if` the
    missing type is part of the question asked, and stays.
    """
    for pointer, schema in nodes(spec, "schema"):
        if not isinstance(schema, dict) or "type" in schema or "/not" in pointer or "/if" in pointer:
            continue
        if isinstance(schema.get("items"), dict) and not {*_COMPOSED, "$ref", "enum", "properties"} & schema.keys():
            yield Edit(join(pointer, "type"), "array", "It has items.")
        elif any(schema.get(name) for name in _OBJECT) and not schema.keys() & set(_ELSEWHERE):
            yield Edit(join(pointer, "type"), "object", "It has properties.")
        elif isinstance(schema.get("additionalProperties"), dict) and not schema.keys() & {
            *_ELSEWHERE,
            *_COMPOSED,
        }:
            yield Edit(join(pointer, "type"), "object", "It has additional properties.")
