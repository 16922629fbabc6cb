"""What a schema without a name of its own would be called: from where it stands, never from its neighbours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from ..spec.media_types import bare
from ..spec.openapi import OTHER_METHODS, resolve, split
from ..values import Spec
from .words import digest, pascal, singular

_BODIES: Final = {"multipart/form-data": "Multipart", "application/x-www-form-urlencoded": "Form"}
_VARIABLE: Final = re.compile(r"\{([^{}]*)\}")


def owner_hint(spec: Spec, pointer: str, by_path: bool = False) -> str:
    """The name that a schema outside other schemas suggests: its component, or operation and place.

    `/paths/~1things/get/responses/200/content/application~1json/schema` is ListThingsResponse where the
    operation is called listThings; `by_path` gives the longer GetThingsResponse, which nothing shares.
    """
    tokens = split(pointer)
    if tokens[:2] == ["components", "schemas"]:
        return tokens[2]
    if tokens[0] == "components":
        return pascal(tokens[2]) + _place(spec, tokens, 3, by_path)
    if tokens[0] != "paths":
        return pascal(" ".join(tokens[:2])) + _place(spec, tokens, 2, by_path)
    name = pascal(tokens[1])
    if len(tokens) > 3 and tokens[2] != "parameters":
        item = _at(spec, tokens[:2])
        if tokens[2] == OTHER_METHODS:
            item, tokens = _get(item, OTHER_METHODS), [*tokens[:2], *tokens[3:]]
        given = None if by_path else _get(_get(item, tokens[2]), "operationId")
        name = operation_hint(tokens[2], tokens[1], given)
        return name + _place(spec, tokens, 3, by_path)
    return name + _place(spec, tokens, 2, by_path)


def operation_hint(method: str, path: str, operation_id: Any) -> str:
    """`getUser` -> GetUser; without an id from method and path: `GET /users/{id}` -> GetUsersById."""
    if isinstance(operation_id, str) and pascal(operation_id):
        return pascal(operation_id)
    return pascal(method.lower()) + path_hint(path)


def path_hint(path: str) -> str:
    """`/users/{id}/files` -> UsersByIdFiles."""
    return pascal(_VARIABLE.sub(lambda m: f" By {pascal(m[1])} ", path)) or "Root"


def child_hint(owner: str, step: str, schema: dict[str, Any]) -> str:
    """The name of a schema below another: owner and property, the singular for the items of a list."""
    tokens = split(step)
    if tokens[0] == "properties":
        return pascal(owner) + (pascal(tokens[1]) or digest(tokens[1]).upper())
    if tokens[0] in ("items", "prefixItems"):
        name = singular(owner)
        return name if name != owner else owner + "Item"
    if tokens[0] in ("additionalProperties", "patternProperties"):
        name = singular(owner)
        return name if name != owner else owner + "Value"
    return pascal(owner) + member_hint(schema)


def member_hint(schema: dict[str, Any]) -> str:
    """What tells a member of a union from the others: its title, its constant, its first property."""
    title = schema.get("title")
    if isinstance(title, str) and 1 < len(pascal(title)) <= 40:
        return pascal(title)
    properties = schema.get("properties")
    if isinstance(properties, dict):
        for _, value in sorted(properties.items()):
            values = [value["const"]] if "const" in value else value.get("enum", []) if isinstance(value, dict) else []
            if isinstance(values, list) and len(values) == 1 and isinstance(values[0], str) and pascal(values[0]):
                return pascal(values[0])
        required = schema.get("required")
        names = sorted(name for name in required if name in properties) if isinstance(required, list) else []
        first = next(iter(names or sorted(properties)), "")
        return "With" + pascal(first) if pascal(first) else "Option"
    return "Option"


def second_hint(schema: Mapping[str, Any]) -> str:
    """What tells members of a union apart that have the same hint: what one requires, or has, beside that."""
    properties = schema.get("properties")
    if not isinstance(properties, dict):
        return ""
    said = member_hint(dict(schema))
    required = schema.get("required")
    wanted = [name for name in required if name in properties] if isinstance(required, list) else []
    for name in (*sorted(wanted), *sorted(properties)):
        value = properties[name]
        values = value.get("enum", ["const"] if "const" in value else []) if isinstance(value, dict) else []
        if pascal(name) and said != f"With{pascal(name)}" and not (isinstance(values, list) and len(values) == 1):
            return f"{'And' if said.startswith('With') else 'With'}{pascal(name)}"
    return ""


def _place(spec: Spec, tokens: list[str], start: int, by_path: bool = False) -> str:
    """The role of a schema in its operation: Request, Response, or the name of the parameter."""
    rest = tokens[start:]
    if "requestBody" in rest or tokens[1] == "requestBodies":
        return f"{_kind_of_body(spec, tokens, start)}Request"
    if "responses" in rest and "headers" not in rest:
        status = rest[rest.index("responses") + 1]
        if by_path or not status.startswith("2"):
            return f"{pascal(status)}Response"
        return "Response"
    if "parameters" in rest:
        at = start + rest.index("parameters")
        node = _at(spec, tokens[: at + 2])
        return pascal(str(_get(node, "name") or "")) or "Parameter"
    if "headers" in rest:
        return pascal(rest[rest.index("headers") + 1]) + "Header"
    return "Response" if tokens[1] == "responses" else ""


def _kind_of_body(spec: Spec, tokens: list[str], start: int) -> str:
    """`Form` or `Multipart` where the same body may be JSON too, which is the one that has the plain name."""
    if "content" not in tokens[start:-1]:
        return ""
    at = tokens.index("content", start)
    content = _at(spec, tokens[: at + 1])
    known = {bare(media) for media in content} if isinstance(content, dict) else ()
    return _BODIES.get(bare(tokens[at + 1]), "") if "application/json" in known else ""


def _at(spec: Spec, tokens: list[str]) -> Any:
    node: Any = spec
    for token in tokens:
        node = node[int(token)] if isinstance(node, list) else _get(node, token)
    try:
        return resolve(spec, node)
    except KeyError:
        return None


def _get(node: Any, key: str) -> Any:
    return node.get(key) if isinstance(node, dict) else None
