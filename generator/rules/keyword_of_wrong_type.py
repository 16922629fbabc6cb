from __future__ import annotations

from typing import Any, Final

from ..rule import Found
from ..spec.grammar import OBJECTS, Field
from ..spec.instances import as_type, is_type, json_type, shown
from ..spec.openapi import join
from ..spec.walk import nodes
from ..values import REMOVED, Edit, Note, Spec

_NAMES: Final = {"text": "string", "bool": "boolean", "number": "number", "count": "integer"}
_OTHERS: Final = ("required", "type")
_WORTH_A_NOTE: Final = ("properties", "allOf", "oneOf", "anyOf", "items", "$ref", "enum")


def keyword_of_wrong_type(spec: Spec) -> Found:
    """Give every keyword of a schema the type that the standard names for it.

    `minLength: "10"` is meant as 10, `properties` as a list of named schemas as a map, `allOf` with one
    schema as a list of it, members of a union under names as a list, values between commas too. What cannot
    be read so goes; where that takes structure away, it is noted: the `properties: []` that PHP writes for an
    empty map takes none.
    """
    fields = {name: field for name, field in OBJECTS["schema"].items() if name not in _OTHERS}
    for pointer, schema in nodes(spec, "schema"):
        if not isinstance(schema, dict):
            continue
        for name, value in schema.items():
            field = fields.get(name)
            if field is not None:
                meant = _meant(value, field, name)
                if meant is not value:
                    yield from _changed(join(pointer, name), name, value, meant)
        for name in ("exclusiveMinimum", "exclusiveMaximum"):
            value = schema.get(name)
            if name in schema and not isinstance(value, bool) and not is_type(value, "number"):
                yield Edit(join(pointer, name), _scalar(value, "number"), f"`{name}` is a number or a boolean.")


def _changed(pointer: str, name: str, value: Any, meant: Any) -> Found:
    if meant is REMOVED and name in _WORTH_A_NOTE and value not in (None, [], {}, ""):
        what = f"`{name}` is {shown(value)}, which says nothing; it was left out."
        yield Note("normalise", "keyword-malformed", pointer, what)
    yield Edit(pointer, meant, f"`{name}` cannot be {json_type(value)}.")


def _meant(value: Any, field: Field, name: str) -> Any:
    """The value itself where its type is right, what it means, or REMOVED."""
    if field.shape == "list":
        return value if isinstance(value, list) else _list(value, field, name)
    if field.shape == "map":
        return value if isinstance(value, dict) else _map(value, field)
    if field.kind in _NAMES:
        right = is_type(value, _NAMES[field.kind])
        if field.kind == "count" and right and (value < 0 or isinstance(value, float)):
            return int(value) if value >= 0 else REMOVED
        if name == "multipleOf" and right and value <= 0:
            return REMOVED
        return value if right else _scalar(value, _NAMES[field.kind])
    if field.kind not in ("schema", "any") and not isinstance(value, dict):
        return _object(value, field.kind)
    return value


def _scalar(value: Any, name: str) -> Any:
    try:
        return as_type(value, name)
    except ValueError:
        if name == "string" and isinstance(value, list) and value and all(isinstance(each, str) for each in value):
            return "\n".join(value)
        return REMOVED


def _list(value: Any, field: Field, name: str) -> Any:
    if field.kind == "schema" and isinstance(value, dict):
        known = value.keys() & {"type", *OBJECTS["schema"]}
        named = value and not known and all(isinstance(each, dict) for each in value.values())
        return list(value.values()) if named else [value]
    if field.kind == "any" and isinstance(value, dict) and value:
        return list(value)  # `enum: {a: ..., b: ...}`, `examples: {name: value}`
    if name == "enum" and isinstance(value, str) and "," in value:
        return [part.strip() for part in value.split(",")]
    return [value] if isinstance(value, str | int | float) and field.kind == "any" else REMOVED


def _map(value: Any, field: Field) -> Any:
    if isinstance(value, list) and value and field.kind == "schema":
        names = [each.get("name") if isinstance(each, dict) else None for each in value]
        named = {name: each for name, each in zip(names, value, strict=True) if isinstance(name, str)}
        if len(named) == len(value):
            return {name: {key: item for key, item in each.items() if key != "name"} for name, each in named.items()}
        if all(isinstance(each, dict) and len(each) == 1 for each in value):
            return {name: item for each in value for name, item in each.items()}
    return REMOVED


def _object(value: Any, kind: str) -> Any:
    if isinstance(value, str) and value:
        return {"discriminator": {"propertyName": value}, "external_docs": {"url": value}}.get(kind, REMOVED)
    return REMOVED
