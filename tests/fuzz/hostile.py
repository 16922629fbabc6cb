"""Hostile documents: sound ones whose every name and text is a payload, and ones with payloads just anywhere.

Every fourth is of Swagger 2.

A sound one says what must come of it (`Expected`), so that its package can be used and watched on the wire.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from attrs import evolve, field, frozen

from ..as_swagger_2 import as_swagger_2
from ..mutations import places, spec_3_0, spec_3_1
from .payloads import NUMBERS, TOKENS, arrives, text


@frozen
class Expected:
    """What the package of a sound document sends and reads, in wire names."""

    body: frozenset[str]
    query: frozenset[str]
    header: frozenset[str]
    segment: str
    answers: list[dict[str, Any]] = field(factory=list)
    enum: tuple[str, ...] = ()
    enum_property: str = ""
    union_property: str = ""
    scheme: str = "Bearer "
    """What stands before the key; Swagger 2 has none."""


@frozen
class Hostile:
    """A document as the bytes of a file."""

    seed: int
    name: str
    data: bytes
    expected: Expected | None


def hostile(seed: int) -> Hostile:
    """The document of a seed: the same bytes on every machine."""
    draw = random.Random(seed)
    expected = None
    old = seed % 8 in (3, 6)
    if seed % 2:
        spec, expected = _sound(draw)
        if old:
            spec, expected = as_swagger_2(spec), evolve(expected, scheme="")
    else:
        spec = _anywhere(draw, as_swagger_2(spec_3_0()) if old else draw.choice((spec_3_0, spec_3_1))())
    name = f"{draw.choice(('api', '..', '-rf', 'a b', '$(touch EXECUTED)', 'é'))}.json"
    return Hostile(seed, name, _written(spec, draw), expected)


def _written(spec: Any, draw: random.Random) -> bytes:
    """JSON as it may be published: escaped or not. Half surrogates can be written as escapes only."""
    escaped = draw.random() < 0.5
    data = json.dumps(spec, ensure_ascii=escaped, indent=draw.choice((None, 1)))
    return data.encode("utf-8", "backslashreplace")


class _Names:
    """Payloads that differ from one another even after what cannot be written in UTF-8 was replaced."""

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        self.taken: set[str] = set()

    def __call__(self, fits: Callable[[str], bool] = lambda name: True) -> str:
        while True:
            name = text(self.draw)
            if fits(name) and arrives(name) not in self.taken:
                self.taken.add(arrives(name))
                return name

    def some(self, count: int) -> list[str]:
        return [self() for _ in range(count)]


def _ref(name: str) -> dict[str, str]:
    pointer = name.replace("~", "~0").replace("/", "~1")
    return {"$ref": "#/components/schemas/" + quote(arrives(pointer), safe="")}


def _sound(draw: random.Random) -> tuple[dict[str, Any], Expected]:
    """A document that any reader of OpenAPI understands, whatever its names say."""
    say = lambda: text(draw)  # noqa: E731
    schemas, properties = _Names(draw), _Names(draw)
    first, second, third, enum, union = schemas.some(5)
    values = _Names(draw).some(4)
    plain, chosen, many, one, kind, extra = properties.some(6)
    left, right = properties.some(2)
    marks = _Names(draw).some(2)
    thing = {
        "type": "object", "title": say(), "description": say(), "x-own": {say(): say()},
        "required": [plain],
        "properties": {
            plain: {"type": "string", "description": say(), "default": say(), "example": say(), "title": say()},
            chosen: _ref(enum),
            many: {"type": "array", "items": _ref(enum), "description": say()},
            one: _ref(union),
        },
    }  # fmt: skip
    members = {
        name: {
            "type": "object", "required": [kind],
            "properties": {kind: {"type": "string", "enum": [mark]}, own: {"type": "string", "pattern": say()}},
        }
        for name, mark, own in ((second, marks[0], left), (third, marks[1], right))
    }  # fmt: skip
    query, body = _Names(draw).some(3), _Names(draw).some(3)
    header = draw.choice(TOKENS)
    segment = _Names(draw)(lambda name: not set(name) & set("{}?#/\\") and name.strip(". \t\n\r") != "")
    segment = "".join(c for c in segment if c.isprintable())[:100] or "x"
    variable = _Names(draw)(
        lambda name: not set(name) & set("{}/?#") and name.isprintable() and name.strip() == name != ""
    )
    operation = {
        "operationId": say(), "tags": [say()], "summary": say(), "description": say(), "x-note": say(),
        "externalDocs": {"url": say(), "description": say()},
        "parameters": [
            {"name": variable, "in": "path", "required": True, "description": say(), "schema": {"type": "string"}},
            *({"name": name, "in": "query", "description": say(), "schema": {"type": "string", "default": say()}} for name in query),
            {"name": header, "in": "header", "schema": {"type": "string", "example": say()}},
        ],
        "requestBody": {
            "description": say(),
            "content": {"application/json": {
                "example": {say(): say()},
                "schema": {"type": "object", "properties": {name: {"type": "string", "description": say()} for name in body}},
            }},
        },
        "responses": {
            "200": {"description": say(), "content": {"application/json": {"schema": _ref(first)}}},
            "4XX": {"description": say()},
        },
    }  # fmt: skip
    spec = {
        "openapi": draw.choice(("3.0.3", "3.1.0")),
        "info": {"title": say(), "description": say(), "version": say(), "contact": {"name": say()}, "x-own": say()},
        "servers": [{"url": "https://api.example/" + quote(arrives(say()), safe="")[:200], "description": say()}],
        "tags": [{"name": operation["tags"][0], "description": say()}],
        "security": [{"bearer": []}],
        "paths": {f"/{segment}/{{{variable}}}": {"post": operation}},
        "components": {
            "schemas": {
                first: thing, **members,
                enum: {"type": "string", "enum": values, "description": say(), "x-enum-descriptions": [say() for _ in values]},
                union: {
                    "oneOf": [_ref(second), _ref(third)],
                    "discriminator": {"propertyName": kind, "mapping": {marks[0]: _ref(second)["$ref"], marks[1]: _ref(third)["$ref"]}},
                },
            },
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer", "description": say()}},
        },
    }  # fmt: skip
    answers = [
        {plain: say(), chosen: value, many: [value, say()], one: {kind: mark, own: say()}, extra: say()}
        for value, (mark, own) in zip(values, [(marks[0], left), (marks[1], right)] * 2, strict=True)
    ]
    return spec, Expected(
        frozenset(map(arrives, body)), frozenset(map(arrives, query)), frozenset({header}), segment,
        [_arriving(answer) for answer in answers], tuple(map(arrives, values)), arrives(chosen), arrives(one),
    )  # fmt: skip


def _arriving(value: Any) -> Any:
    if isinstance(value, dict):
        return {arrives(key): _arriving(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_arriving(each) for each in value]
    return arrives(value) if isinstance(value, str) else value


def _anywhere(draw: random.Random, spec: dict[str, Any]) -> dict[str, Any]:
    """A sound document with payloads in the place of any keys and values."""
    for _ in range(draw.choice((1, 2, 4, 8, 16))):
        found = list(places(spec))
        if not found:
            break
        holder, key = draw.choice(found)
        if isinstance(holder, dict) and draw.random() < 0.3:
            renamed = {(text(draw) if name == key else name): value for name, value in holder.items()}
            holder.clear()
            holder.update(renamed)
        else:
            holder[key] = _value(holder[key], draw)
    return spec


def _value(old: Any, draw: random.Random) -> Any:
    """A payload of the kind that stands there, or of any."""
    if draw.random() < 0.2:
        old = draw.choice(("", 0, {}, []))
    if isinstance(old, dict):
        return {text(draw): text(draw), **({} if draw.random() < 0.5 else old)}
    if isinstance(old, list):
        return [text(draw), *old]
    if isinstance(old, str) and draw.random() < 0.8:
        return text(draw)
    return draw.choice((*NUMBERS, text(draw)))
