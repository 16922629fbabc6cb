"""Use paths: how a reviewed table says where a caller meets a shape.

`GET /generations/{id} 200 /generations_by_pk/generated_images/[]`: an operation, a place (`body`, a status,
`query.NAME`, `path.NAME`, `header.NAME`) and steps, each a property, `[]` for the items of a list, `{}` for
the values of a map, `|N` for a member of a union. References, nulls and `allOf` are seen through, so a path
holds while upstream moves a schema into a component and back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from ..spec.openapi import join, split, step, unescape
from ..spec.schemas import SchemaAt
from ..values import Spec

USE: Final = re.compile(r"(?P<method>[A-Z]+) (?P<path>\S+) (?P<place>\S+)(?: (?P<steps>/.*))?", re.DOTALL)
DEEPEST: Final = 60
"""References and members of `allOf` seen through for one step; a circle of them ends there."""


def find_use(spec: Spec, use: str) -> SchemaAt | None:
    """The schema that a use path leads to, at the place where it stands itself; None where it leads nowhere."""
    match = USE.fullmatch(use.strip())
    if match is None:
        return None
    for start in _start(spec, match["method"].lower(), match["path"], match["place"]):
        found = _seen(spec, start)
        for token in (match["steps"] or "").split("/")[1:]:
            found = next(_steps(spec, found, unescape(token), 0), None) if found is not None else None
            found = _seen(spec, found) if found is not None else None
        if found is not None:
            return found
    return None


def _follow(spec: Spec, pointer: str) -> tuple[str, Any] | None:
    """The node at a pointer and where it really stands, references followed; None for a dangling one."""
    for _ in range(DEEPEST):
        node: Any = spec
        tokens = split(pointer)
        for index, token in enumerate(tokens):
            try:
                node = step(node, token)
            except KeyError:
                return None
            ref = node.get("$ref") if isinstance(node, dict) else None
            if isinstance(ref, str) and index < len(tokens) - 1:
                pointer = ref[1:] + join("", *tokens[index + 1 :])
                break
        else:
            ref = node.get("$ref") if isinstance(node, dict) else None
            if not isinstance(ref, str) or not ref.startswith("#"):
                return pointer, node
            pointer = ref[1:]
    return None


def _start(spec: Spec, method: str, path: str, place: str) -> Iterator[SchemaAt]:
    at = join("/paths", path)
    if place.split(".")[0] in ("query", "path", "header", "cookie") and "." in place:
        location, _, name = place.partition(".")
        for holder in (join(at, method), at):
            yield from _parameter(spec, holder, location, name)
        return
    role = ["requestBody"] if place == "body" else ["responses", place]
    found = _follow(spec, join(at, method, *role))
    content = found[1].get("content") if found and isinstance(found[1], dict) else None
    if found and isinstance(content, dict):
        for media in sorted(content, key=lambda name: ("json" not in name, name)):
            if isinstance(content[media], dict) and isinstance(content[media].get("schema"), dict):
                yield SchemaAt(join(found[0], "content", media, "schema"), content[media]["schema"])


def _parameter(spec: Spec, holder: str, location: str, name: str) -> Iterator[SchemaAt]:
    found = _follow(spec, join(holder, "parameters"))
    for index, _ in enumerate(found[1] if found and isinstance(found[1], list) else ()):
        node = _follow(spec, join(found[0], index)) if found else None
        if node and isinstance(node[1], dict) and (node[1].get("in"), node[1].get("name")) == (location, name):
            if isinstance(node[1].get("schema"), dict):
                yield SchemaAt(join(node[0], "schema"), node[1]["schema"])


def _seen(spec: Spec, found: SchemaAt) -> SchemaAt | None:
    """The schema itself, behind references, `allOf` of one and unions with null."""
    pointer, node = found.pointer, found.schema
    for _ in range(DEEPEST):
        if not isinstance(node, dict):
            return None
        if isinstance(node.get("$ref"), str):
            followed = _follow(spec, pointer)
            if followed is None or followed[0] == pointer:
                return None
            pointer, node = followed
            continue
        wrapped = wrapper(node)
        if wrapped is None:
            return SchemaAt(pointer, node)
        key, index = wrapped
        pointer, node = join(pointer, key, index), node[key][index]
    return None


def wrapper(schema: dict[str, Any]) -> tuple[str, int] | None:
    """The one member that a composition is about: of `allOf` of one, of a union with null; None for others."""
    if any(
        key in schema for key in ("properties", "items", "enum", "const", "$ref", "additionalProperties", "required")
    ):
        return None
    found = [key for key in ("allOf", "oneOf", "anyOf") if isinstance(schema.get(key), list)]
    if len(found) != 1:
        return None
    members = schema[found[0]]
    kept = [i for i, member in enumerate(members) if not _says_nothing(member, found[0] == "allOf")]
    return (found[0], kept[0]) if len(kept) == 1 and isinstance(members[kept[0]], dict) else None


def _says_nothing(member: Any, all_of: bool) -> bool:
    """A member that is null, or in `allOf` only describes."""
    if not isinstance(member, dict):
        return False
    if all_of:
        return not set(member) - {"description", "title", "nullable", "example", "default", "deprecated", "readOnly"}
    return member.get("type") in ("null", ["null"]) or member.get("enum") == [None] or member.get("const", 0) is None


def _steps(spec: Spec, found: SchemaAt, token: str, depth: int) -> Iterator[SchemaAt]:
    """Where one step leads from a schema: in its own properties, else in what it is composed of."""
    node, pointer = found.schema, found.pointer
    if depth > DEEPEST or not isinstance(node, dict):
        return
    properties = node.get("properties")
    if isinstance(properties, dict) and isinstance(properties.get(token), dict):
        yield SchemaAt(join(pointer, "properties", token), properties[token])
    key = {"[]": "items", "{}": "additionalProperties"}.get(token)
    if key is not None and isinstance(node.get(key), dict):
        yield SchemaAt(join(pointer, key), node[key])
    if token.startswith("|") and token[1:].isascii() and token[1:].isdigit():
        for union in ("oneOf", "anyOf"):
            members = node.get(union)
            if isinstance(members, list) and int(token[1:]) < len(members):
                index = int(token[1:])
                yield SchemaAt(join(pointer, union, index), members[index])
    for index, part in enumerate(node["allOf"] if isinstance(node.get("allOf"), list) else ()):
        seen = _seen(spec, SchemaAt(join(pointer, "allOf", index), part))
        if seen is not None:
            yield from _steps(spec, seen, token, depth + 1)


__all__ = ["find_use", "wrapper"]
