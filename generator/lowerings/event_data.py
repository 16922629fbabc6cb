"""What the `data` of a server-sent event holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..spec.media_types import EVENTS, bare
from ..spec.openapi import join, split
from ..spec.schemas import schema_roots
from ..values import Spec
from ._parts import ref_name
from ._walk import Notes, Schema, at_component, components, map_schemas


def event_data(spec: Spec, notes: Notes) -> Spec:
    """Give the `data` of an event the schema of its content.

    OpenAPI 3.2 describes an event of a stream by its fields, of which `data` is a text; what that text is, as JSON,
    stands in `contentSchema`. A client reads the event and its data in one.
    """
    marked = dict(_events(spec))
    return map_schemas(
        spec, [lambda pointer, schema, _: _event(schema, marked[pointer]) if pointer in marked else schema], notes
    )


def _event(schema: Schema, narrowed: bool) -> Schema:
    """An event with its data told; one whose variants tell it says of its own data no more than they do."""
    data = _data(schema)
    if data is None or not (narrowed or isinstance(data.get("contentSchema"), dict)):
        return schema
    docs = {key: data[key] for key in ("description", "deprecated") if key in data}
    return {**schema, "properties": {**schema["properties"], "data": {**docs, **data.get("contentSchema", {})}}}


def _data(schema: Any) -> dict[str, Any] | None:
    properties = schema.get("properties") if isinstance(schema, dict) else None
    data = properties.get("data") if isinstance(properties, dict) else None
    return data if isinstance(data, dict) else None


def _events(spec: Spec) -> Iterator[tuple[str, bool]]:
    """The pointers of the schemas that describe events: those of streams, and what these are made of.

    With each stands whether a part of it says what its data holds.
    """
    schemas = components(spec)
    stack: list[tuple[str, Any]] = [
        (root.pointer, root.schema)
        for root in schema_roots(spec)
        if "/responses/" in root.pointer and bare(split(root.pointer)[-2]) == EVENTS
    ]
    seen: set[str] = set()
    while stack:
        pointer, schema = stack.pop()
        if pointer in seen or not isinstance(schema, dict):
            continue
        seen.add(pointer)
        parts = [part for key in ("allOf", "oneOf", "anyOf") for part in schema.get(key) or ()]
        told = [_data(schemas.get(ref_name(part) or "", part)) or {} for part in parts]
        yield pointer, any(isinstance(data.get("contentSchema"), dict) for data in told)
        if (name := ref_name(schema)) in schemas and name is not None:
            stack.append((at_component(name), schemas[name]))
        stack.append((join(pointer, "items"), schema.get("items")))
        for key in ("allOf", "oneOf", "anyOf"):
            stack += [(join(pointer, key, index), part) for index, part in enumerate(schema.get(key) or ())]
