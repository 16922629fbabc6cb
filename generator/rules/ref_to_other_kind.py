from __future__ import annotations

import re
from typing import Any, Final

from ..naming.words import folded
from ..rule import Found
from ..spec.grammar import SECTIONS
from ..spec.openapi import components_of, get, join, split
from ..spec.walk import referring
from ..values import Edit, Spec

_KINDS: Final = ("response", "request_body", "header", "parameter")
_SCHEMA: Final = ("type", "properties", "items", "allOf", "oneOf", "anyOf", "enum", "$ref")
"""Keywords of which a schema has at least one; what has none and a `content` is a body somebody filed under schemas."""
_JSON: Final = "application/json"


def ref_to_other_kind(spec: Spec) -> Found:
    """Read a reference to an object of another kind by what stands there.

    `responses: {"200": {$ref: "#/components/schemas/Pet"}}` means an answer that is a Pet, a `requestBody` that
    refers to a schema a body of it, a header that refers to a parameter what the parameter says. Where a component
    of the same name is of the right kind (SwaggerHub's `BadRequest` is both), that is meant.
    """
    for kind in _KINDS:
        section = components_of(spec, SECTIONS[kind])
        for pointer, node in referring(spec, kind):
            ref = node["$ref"]
            if not isinstance(ref, str) or not ref.startswith("#/components/"):
                continue
            tokens = split(ref[1:])
            if len(tokens) != 3 or tokens[1] == SECTIONS[kind]:
                continue
            why = f"{ref!r} is no {kind.replace('_', ' ')}."
            own = join("/components", SECTIONS[kind], tokens[2])
            if tokens[2] in section and own != pointer:
                yield Edit(join(pointer, "$ref"), "#" + own, why)
                continue
            try:
                value = get(spec, ref[1:])
            except KeyError:
                continue
            if isinstance(value, dict) and (meant := _meant(kind, tokens, ref, value, pointer)) is not None:
                yield Edit(pointer, meant, why)


def _meant(kind: str, tokens: list[str], ref: str, value: dict[str, Any], pointer: str) -> dict[str, Any] | None:
    """The object of that kind that a component of another kind stands for; None where nobody can tell."""
    is_schema = tokens[1] == "schemas" and ("content" not in value or any(key in value for key in _SCHEMA))
    schema = {"$ref": ref} if is_schema else value.get("schema")
    if kind in ("response", "request_body"):
        content = value.get("content") if not is_schema else None
        if content is None and isinstance(schema, dict):
            content = {_JSON: {"schema": schema}}
        if not isinstance(content, dict):
            return None
        text = value.get("description")
        said = {"description": text if isinstance(text, str) else ""}
        return {**(said if kind == "response" or said["description"] else {}), "content": content}
    if tokens[1] == "schemas" and "in" in value and isinstance(value.get("name"), str):
        return value if kind == "parameter" else {key: each for key, each in value.items() if key not in ("name", "in")}
    if kind == "header":
        rest = {"schema": schema} if is_schema else {k: each for k, each in value.items() if k not in ("name", "in")}
        return rest if isinstance(schema, dict) or "content" in rest else None
    if tokens[1] == "headers":
        return {"name": tokens[2], "in": "header", **value}
    variables = {folded(each): each for each in re.findall(r"\{([^{}]+)\}", split(pointer)[1])}
    name = variables.get(folded(tokens[2])) if is_schema and pointer.startswith("/paths/") else None
    return {"name": name, "in": "path", "required": True, "schema": schema} if name is not None else None
