from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from ..rule import Found
from ..spec.grammar import OBJECTS, REFERABLE, SCALARS, Field
from ..spec.instances import as_type, json_type, shown
from ..spec.openapi import join
from ..spec.walk import nodes
from ..values import REMOVED, Edit, Note, Spec

_KEEP: Final = object()

_FROM_TEXT: Final[dict[str, Callable[[str], Any]]] = {
    "license": lambda text: {"name": text},
    "contact": lambda text: {"name": text},
    "external_docs": lambda text: {"url": text},
    "server": lambda text: {"url": text},
    "tag": lambda text: {"name": text},
    "response": lambda text: {"description": text},
    "requirement": lambda text: {text: []},
    "discriminator": lambda text: {"propertyName": text},
    "example": lambda text: {"value": text},
    "server_variable": lambda text: {"default": text},
}
"""What an object is meant to be where its main text stands alone."""

_EMPTY: Final = ("media_type", "operation", "path_item", "request_body", "requirement")
"""What may say nothing at all: PHP writes an empty object as an empty list."""

_WORTH_A_NOTE: Final = (
    "path_item", "operation", "parameter", "request_body", "response", "media_type", "security_scheme",
    "requirement",
)  # fmt: skip
"""The kinds whose loss a caller of the client would notice."""


def field_of_wrong_type(spec: Spec) -> Found:
    """Give every field outside schemas the type that OpenAPI names for it.

    What is meant is kept wherever it can be seen: `tags: [{name: Users}]`, `security: {key: []}`, scopes
    that are a text (one document of 316 operations was refused for those), a tag whose description is a
    number, an example that is not wrapped in `value`. The rest goes, and is noted where it mattered.
    """
    for kind, fields in OBJECTS.items():
        if kind == "schema":
            continue
        for pointer, node in nodes(spec, kind):
            if not isinstance(node, dict):
                continue
            if "*" in fields and not (kind in REFERABLE and isinstance(node.get("$ref"), str)):
                yield from _members(pointer, node, fields["*"], everything=kind == "callback")
            for name, value in node.items():
                field = fields.get(name)
                if field is not None:
                    yield from _field(join(pointer, name), value, field, kind)


def _field(pointer: str, value: Any, field: Field, owner: str) -> Found:
    if field.shape == "one":
        if not (owner == "path_item" and field.kind == "operation" and value is None):
            yield from _checked(pointer, value, field.kind)
        else:
            yield Edit(pointer, REMOVED, "An operation is an object.")
    elif field.shape == "list":
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield from _checked(join(pointer, index), item, field.kind)
        else:
            yield from _container(pointer, value, _as_list(value, field), "list", field)
    elif isinstance(value, dict):
        names = owner == "components" or field.kind not in ("path_item", "response")
        yield from _members(pointer, value, field, everything=names)
    else:
        yield from _container(pointer, value, _as_map(value, field), "map", field)


def _members(pointer: str, node: dict[str, Any], field: Field, everything: bool) -> Found:
    for name, value in node.items():
        if everything or not name.startswith("x-"):
            if field.shape == "list" and not isinstance(value, list):
                yield from _container(join(pointer, name), value, _as_list(value, field), "list", field)
            elif field.shape == "list":
                for index, item in enumerate(value):
                    yield from _checked(join(pointer, name, index), item, field.kind)
            else:
                yield from _checked(join(pointer, name), value, field.kind)


def _container(pointer: str, value: Any, meant: Any, shape: str, field: Field) -> Found:
    what = field.kind.replace("_", " ")
    if meant is REMOVED and field.kind in (*_WORTH_A_NOTE, "schema") and value is not None:
        yield _loss(pointer, value, f"a {shape} of {what}s")
    yield Edit(pointer, meant, f"Here stands a {shape} of {what} objects, not {json_type(value)}.")


def _checked(pointer: str, value: Any, kind: str) -> Found:
    """An edit where the value cannot be of its kind."""
    if kind in ("any", "schema"):  # schemas have a rule of their own
        return
    if kind in SCALARS:
        meant = _scalar(value, kind)
        if meant is not _KEEP:
            yield Edit(pointer, meant, f"The standard has a {kind} here, not {json_type(value)}.")
        return
    if isinstance(value, dict):
        return
    meant = _object(value, kind)
    if meant is REMOVED and kind in _WORTH_A_NOTE and value is not None:
        yield _loss(pointer, value, f"a {kind.replace('_', ' ')}")
    yield Edit(pointer, meant, f"The standard has a {kind.replace('_', ' ')} object here, not {json_type(value)}.")


def _loss(pointer: str, value: Any, meant: str) -> Note:
    return Note("normalise", "wrong-type", pointer, f"{shown(value)} stands where {meant} belongs; it was left out.")


def _scalar(value: Any, kind: str) -> Any:
    name = {"text": "string", "bool": "boolean", "number": "number", "count": "integer"}[kind]
    if json_type(value) == name or (kind == "number" and json_type(value) == "integer"):
        return _KEEP
    if kind == "text" and isinstance(value, dict) and isinstance(value.get("name"), str):
        return value["name"]
    if kind == "text" and isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        return "\n".join(value)
    try:
        return as_type(value, name)
    except ValueError:
        return REMOVED


def _object(value: Any, kind: str) -> Any:
    if isinstance(value, str) and value.startswith(("#/", "./")) and kind in ("parameter", "response", "request_body"):
        return {"$ref": value}
    if isinstance(value, str) and kind in _FROM_TEXT:
        return _FROM_TEXT[kind](value)
    if kind == "example":
        return {"value": value}
    if kind == "response":
        return {"description": ""}
    if kind in ("info", "components") or (kind == "media_type" and value is None) or (value == [] and kind in _EMPTY):
        return {}
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict) and kind != "document":
        return value[0]
    return REMOVED


def _as_list(value: Any, field: Field) -> Any:
    """A single object or text is a list of one; nothing, or a map of nothing, is an empty list of scopes."""
    if value is None or value == {}:
        return [] if field.kind == "text" else REMOVED
    if field.kind == "text":
        return [value] if isinstance(value, str) else list(value) if isinstance(value, dict) else REMOVED
    if field.kind in ("parameter", "tag") and isinstance(value, dict) and "name" not in value and "$ref" not in value:
        return [{"name": name, **each} for name, each in value.items() if isinstance(each, dict)]
    return [value] if isinstance(value, dict) or (isinstance(value, str) and field.kind in _FROM_TEXT) else REMOVED


def _as_map(value: Any, field: Field) -> Any:
    if field.kind == "example" and isinstance(value, list):
        return {f"example{number}": {"value": each} for number, each in enumerate(value, 1)}
    if field.kind == "text" and isinstance(value, list):
        return {each: "" for each in value if isinstance(each, str)}
    if isinstance(value, list) and field.kind != "text" and all(isinstance(each, dict) for each in value):
        merged = {name: each for part in value for name, each in part.items()}
        return merged if len(merged) == sum(map(len, value)) else REMOVED
    if value == [] or (field.kind in ("path_item", "response", "media_type") and value is None):
        return {}
    return REMOVED
