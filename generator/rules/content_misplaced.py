from __future__ import annotations

import re
from typing import Any, Final

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import nodes, objects
from ..values import REMOVED, Edit, Spec

_SCHEMA: Final = (
    "type", "format", "properties", "required", "items", "additionalProperties", "allOf", "oneOf", "anyOf", "enum",
    "nullable", "title", "minItems", "maxItems", "uniqueItems", "discriminator", "default",
)  # fmt: skip
_TELLING: Final = ("type", "properties", "items", "additionalProperties", "allOf", "oneOf", "anyOf", "enum")
"""Keywords that only a schema has, in a media type or an answer as anywhere."""
_STATUS: Final = re.compile(r"[1-5]\d\d|default", re.ASCII)
_SECTIONS: Final = ("#/components/schemas/", "#/definitions/")


def content_misplaced(spec: Spec) -> Found:
    """Put the schema of a body or an answer where OpenAPI 3 has it: in `content`, under a media type, in `schema`.

    Swagger 2 has the schema of an answer beside its description, and who writes by hand leaves out a level:
    `content: {application/json: {$ref: …}}`, `content: {schema: …}`, `requestBody: {application/json: …}`. A line of
    YAML too far to the left has the answers beside `responses`. Without all that the result of the operation would be
    nothing at all.
    """
    for pointer, node in objects(spec, "operation"):
        found = {name: value for name, value in node.items() if _STATUS.fullmatch(name) and isinstance(value, dict)}
        if found and not node.get("responses"):
            why = "The answers of an operation stand in `responses`."
            yield Edit(join(pointer, "responses"), found, why)
            yield from (Edit(join(pointer, name), REMOVED, why) for name in found)
    for kind in ("response", "request_body"):
        for pointer, node in objects(spec, kind):
            if not node.get("content"):
                yield from _content(pointer, node, kind)
            elif isinstance(content := node["content"], dict) and not any("/" in media for media in content):
                if isinstance(content.get("schema"), dict) or _is_schema(content):
                    why = "A schema stands under its media type."
                    yield Edit(join(pointer, "content"), {"application/json": content}, why)
    for pointer, node in nodes(spec, "media_type"):
        if isinstance(node, dict) and pointer.rpartition("/")[2] not in ("schema", "example", *_SCHEMA):
            yield from _media_type(pointer, node)


def _content(pointer: str, node: dict[str, Any], kind: str) -> Found:
    """What a body or an answer without content says in its own place."""
    media = {name: value for name, value in node.items() if "/" in name and isinstance(value, dict)}
    if media:
        meant: dict[str, Any] = media
    elif isinstance(node.get("schema"), dict) and node["schema"]:
        media = {
            name: node[name] for name in ("schema", *(("example",) if kind == "request_body" else ())) if name in node
        }
        meant = {"application/json": media}
    elif _is_schema(node):
        names = [name for name in _SCHEMA if name in node and not (name == "required" and kind == "request_body")]
        media = {name: node[name] for name in names}
        meant = {"application/json": {"schema": media}}
    else:
        return
    why = f"The schema of a {kind.replace('_', ' ')} stands in its content."
    yield Edit(join(pointer, "content"), meant, why)
    for name in media:
        yield Edit(join(pointer, name), REMOVED, why)


def _media_type(pointer: str, node: dict[str, Any]) -> Found:
    ref = node.get("$ref")
    why = "The schema of a media type stands in `schema`."
    if isinstance(ref, str) and "schema" not in node and ref.startswith(_SECTIONS):
        yield Edit(join(pointer, "schema"), {"$ref": ref}, why)
        yield Edit(join(pointer, "$ref"), REMOVED, why)
    elif (
        isinstance(inner := node.get("schema"), dict) and set(inner) == {"schema"} and isinstance(inner["schema"], dict)
    ):
        yield Edit(join(pointer, "schema"), inner["schema"], "One `schema` is enough.")
    elif "schema" not in node and "itemSchema" not in node and _is_schema(node):
        found = {name: node[name] for name in _SCHEMA if name in node}
        yield Edit(join(pointer, "schema"), found, why)
        for name in found:
            yield Edit(join(pointer, name), REMOVED, why)


def _is_schema(node: dict[str, Any]) -> bool:
    return any(isinstance(node.get(name), dict | list | str) and node[name] for name in _TELLING)
