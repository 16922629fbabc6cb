"""OpenAPI documents of any size, shaped like the published ones, for the cases of growth.

Five operations to a resource; inline request bodies and enums, envelopes, examples and references, so that
every stage has as much to do for each operation of a large document as for each of a small one.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

OPERATIONS_OF_A_RESOURCE = 5

KINDS: tuple[dict[str, Any], ...] = (
    {"type": "string"},
    {"type": "integer", "nullable": True},
    {"type": "number", "format": "float"},
    {"type": "boolean"},
    {"type": "string", "format": "date-time"},
    {"type": "array", "items": {"type": "string"}},
)
FIELDS = 20
TEXT = "What the {field} of a {thing} is, how the service fills it, and what becomes of it when it is left out."


def document(operations: int) -> dict[str, Any]:
    """An OpenAPI 3.0 document of that many operations (a multiple of five)."""
    paths: dict[str, Any] = {}
    schemas: dict[str, Any] = {
        "Problem": {
            "type": "object",
            "properties": {"error": {"type": "string"}, "code": {"type": "string"}, "path": {"type": "string"}},
        }
    }
    for number in range(operations // OPERATIONS_OF_A_RESOURCE):
        _resource(f"{_word(number)}", paths, schemas)
    return {
        "openapi": "3.0.3",
        "info": {"title": "Warehouse", "version": "1.0"},
        "servers": [{"url": "https://api.example.com/v1"}],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {"bearerAuth": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"bearerAuth": []}],
    }


def _word(number: int) -> str:
    """A name of letters only, as different from its neighbours as names of real resources are."""
    letters = ""
    for base in ("bdfgklmnprst", "aeiou", "bdfgklmnprst", "aeiou", "bdfgklmnprst"):
        number, at = divmod(number, len(base))
        letters += base[at]
    return letters


def _resource(word: str, paths: dict[str, Any], schemas: dict[str, Any]) -> None:
    name = word.capitalize()
    properties = {f"{word}Field{n}": _field(word, n) for n in range(FIELDS)}
    properties["owner"] = {"$ref": f"#/components/schemas/{name}Owner"}
    schemas[name] = {
        "type": "object", "description": f"One {word}.", "required": ["id"],
        "properties": {"id": {"type": "string"}, "state": _state(word), **properties},
    }  # fmt: skip
    schemas[f"{name}Owner"] = {
        "type": "object", "properties": {f"{word}OwnerId": {"type": "string"}, "since": {"type": "string", "format": "date"}},
    }  # fmt: skip
    body = {
        "required": True,
        "content": {"application/json": {"schema": {"type": "object", "required": [f"{word}Field0"], "properties": properties}}},
    }  # fmt: skip
    one = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    page = {"name": "limit", "in": "query", "schema": {"type": "integer", "default": 10}}
    single = {"type": "object", "properties": {f"{word}_by_pk": {"$ref": f"#/components/schemas/{name}"}}}
    many = {
        "type": "object",
        "properties": {f"{word}s": {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}}},
    }
    paths[f"/{word}s"] = {
        "get": _operation(f"list{name}s", word, [page], None, many),
        "post": _operation(f"create{name}", word, [], body, single),
    }
    paths[f"/{word}s/{{id}}"] = {
        "get": _operation(f"get{name}", word, [one], None, single),
        "patch": _operation(f"update{name}", word, [one], body, single),
        "delete": _operation(f"delete{name}", word, [one], None, single),
    }


def _field(word: str, number: int) -> dict[str, Any]:
    kind = KINDS[number % len(KINDS)]
    return {**kind, "description": TEXT.format(field=f"field {number}", thing=word)}


def _state(word: str) -> dict[str, Any]:
    return {"type": "string", "enum": [f"{word}_new", f"{word}_busy", f"{word}_done"]}


def _operation(name: str, word: str, parameters: list[Any], body: Any, result: Any) -> dict[str, Any]:
    example = {f"{word}Field{n}": f"text {n}" for n in range(3)}
    return {
        "operationId": name, "tags": [word], "summary": f"{name} of the warehouse",
        "description": f"{name}: " + TEXT.format(field="whole", thing=word),
        "parameters": parameters, **({"requestBody": body} if body else {}),
        "responses": {
            "200": {"description": "OK", "content": {"application/json": {"schema": result, "example": example}}},
            "400": {"description": "Refused", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
        },
    }  # fmt: skip


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(json.dumps(document(int(sys.argv[1])), indent=1), encoding="utf-8")
