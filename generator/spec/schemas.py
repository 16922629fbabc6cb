"""Every schema of a document that is right, and of one schema all that are in it.

Schemas are found by position, never by their keywords, since a property may be called `type` and an example may
contain `enum`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from attrs import frozen

from ..values import Spec
from .openapi import SCHEMA_KEYS, SCHEMA_LISTS, SCHEMA_MAPS, escape, join, mapping, methods

_SCHEMA: Final = (dict, bool)


@frozen
class SchemaAt:
    """A schema and where it stands. `schema` is a dict, or a boolean (3.1)."""

    pointer: str
    schema: Any


def subschemas(pointer: str, schema: Any) -> Iterator[SchemaAt]:
    """The schema at `pointer` and every schema below it, parents first; references are not followed."""
    stack = [(pointer, schema)]
    while stack:
        at, node = stack.pop()
        if not isinstance(node, _SCHEMA):
            continue
        yield SchemaAt(at, node)
        if isinstance(node, dict):
            stack.extend(reversed(list(children(at, node))))


def children(pointer: str, schema: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The schemas directly below one schema, in the order of the keywords in it."""
    for key, value in schema.items():
        if key in SCHEMA_KEYS and isinstance(value, _SCHEMA):
            yield f"{pointer}/{key}", value
        elif isinstance(value, list) and (key in SCHEMA_LISTS or key == "items"):
            for index, item in enumerate(value):
                yield f"{pointer}/{key}/{index}", item
        elif key in SCHEMA_MAPS and isinstance(value, dict):
            for name, item in value.items():
                yield f"{pointer}/{key}/{escape(str(name))}", item


def schema_roots(spec: Spec) -> Iterator[SchemaAt]:
    """Every place outside another schema where OpenAPI has a schema: components, parameters, bodies, headers."""
    components = mapping(spec, "components")
    for name, schema in mapping(components, "schemas").items():
        yield SchemaAt(join("/components/schemas", name), schema)
    for section, kind in (
        ("parameters", _parameter), ("headers", _parameter), ("requestBodies", _content),
        ("responses", _response), ("pathItems", _path_item), ("callbacks", _callback), ("mediaTypes", _media),
    ):  # fmt: skip
        for name, node in mapping(components, section).items():
            yield from kind(join("/components", section, name), node)
    for section in ("paths", "webhooks"):
        for path, item in mapping(spec, section).items():
            yield from _path_item(join("", section, path), item)


def schemas(spec: Spec) -> Iterator[SchemaAt]:
    """Every schema of the document, parents first, in document order."""
    for root in schema_roots(spec):
        yield from subschemas(root.pointer, root.schema)


def _media(pointer: str, node: Any) -> Iterator[SchemaAt]:
    for key in ("schema", "itemSchema"):
        if isinstance(node, dict) and key in node:
            yield SchemaAt(join(pointer, key), node[key])
    for name, encoding in mapping(node, "encoding").items():
        for header, value in mapping(encoding, "headers").items():
            yield from _parameter(join(pointer, "encoding", name, "headers", header), value)


def _content(pointer: str, node: Any) -> Iterator[SchemaAt]:
    for media, value in mapping(node, "content").items():
        yield from _media(join(pointer, "content", media), value)


def _parameter(pointer: str, node: Any) -> Iterator[SchemaAt]:
    if isinstance(node, dict) and "schema" in node:
        yield SchemaAt(join(pointer, "schema"), node["schema"])
    yield from _content(pointer, node)


def _response(pointer: str, node: Any) -> Iterator[SchemaAt]:
    for name, header in mapping(node, "headers").items():
        yield from _parameter(join(pointer, "headers", name), header)
    yield from _content(pointer, node)


def _parameters(pointer: str, node: dict[str, Any]) -> Iterator[SchemaAt]:
    parameters = node.get("parameters")
    if isinstance(parameters, list):
        for index, parameter in enumerate(parameters):
            yield from _parameter(join(pointer, "parameters", index), parameter)


def _callback(pointer: str, node: Any) -> Iterator[SchemaAt]:
    if isinstance(node, dict):
        for expression, item in node.items():
            if expression != "$ref":
                yield from _path_item(join(pointer, expression), item)


def _path_item(pointer: str, item: Any) -> Iterator[SchemaAt]:
    if not isinstance(item, dict):
        return
    yield from _parameters(pointer, item)
    for below, _, operation in methods(item):
        yield from _operation(pointer + below, operation)


def _operation(pointer: str, operation: dict[str, Any]) -> Iterator[SchemaAt]:
    yield from _parameters(pointer, operation)
    yield from _content(join(pointer, "requestBody"), operation.get("requestBody"))
    for status, response in mapping(operation, "responses").items():
        yield from _response(join(pointer, "responses", status), response)
    for name, callback in mapping(operation, "callbacks").items():
        yield from _callback(join(pointer, "callbacks", name), callback)
