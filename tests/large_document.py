"""OpenAPI documents of any number of operations, with every construct mixed: what `make large` builds."""

from __future__ import annotations

from typing import Any, Final

LONG: Final = "<p>Text as <b>vendors</b> write it, with <code>code</code> and a <a href='/x'>link</a>.</p>"


def large(count: int) -> dict[str, Any]:
    """An OpenAPI 3.1 document of `count` operations; each tenth one is of another sort."""
    paths: dict[str, Any] = {}
    schemas: dict[str, Any] = {}
    for number in range(count):
        sort = SORTS[number % len(SORTS)]
        path, method, operation = sort(number, schemas)
        operation.setdefault("operationId", f"{method}_{sort.__name__.strip('_')}_{number}")
        operation.setdefault("tags", [f"Group {number // 40}"])
        operation.setdefault("summary", f"Operation {number}")
        operation.setdefault("description", LONG)
        paths.setdefault(path, {})[method] = operation
    return {
        "openapi": "3.1.0",
        "info": {"title": "Large", "version": "1"},
        "servers": [{"url": "https://{region}.example.com", "variables": {"region": {"default": "eu", "enum": ["eu", "us"]}}}],
        "security": [{"bearer": []}],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}, "key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
            "parameters": {"Limit": {"name": "limit", "in": "query", "schema": {"type": "integer", "default": 10}}},
            "responses": {"Failed": {"description": "no", "content": {"application/json": {"schema": {"type": "object", "properties": {"error": {"type": "string"}}}}}}},
        },
    }  # fmt: skip


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _answers(schema: Any, status: str = "200", media: str = "application/json") -> dict[str, Any]:
    return {
        status: {"description": "ok", "content": {media: {"schema": schema}}},
        "4XX": {"$ref": "#/components/responses/Failed"},
    }


def _object(number: int, **more: Any) -> dict[str, Any]:
    """Properties of every plain kind."""
    return {
        "type": "object", "title": "Item", "description": LONG, "required": ["id"],
        "properties": {
            "id": {"type": "string", "format": "uuid"}, "count": {"type": ["integer", "null"], "default": number},
            "createdAt": {"type": "string", "format": "date-time"}, "day": {"type": "string", "format": "date"},
            "kind": {"type": "string", "enum": [f"a {number}", f"A {number}", "b", None]}, "ratio": {"type": "number", "maximum": 1},
            "tags": {"type": "array", "items": {"type": "string"}}, "extra": {"type": "object", "additionalProperties": True},
            "inner": {"type": "object", "properties": {f"x{number}": {"type": "string"}, "deep": {"type": "object", "properties": {f"y{number}": {"type": "integer"}}}}},
            **more,
        },
    }  # fmt: skip


def _plain(number: int, schemas: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    schemas[f"Plain{number}"] = _object(number)
    parameters = [
        {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
        {"$ref": "#/components/parameters/Limit"},
    ]
    return f"/plain/{number}/{{id}}", "get", {"parameters": parameters, "responses": _answers(_ref(f"Plain{number}"))}


def _created(number: int, schemas: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    schemas[f"Create{number}"] = _object(number, itself=_ref(f"Create{number}"))
    body = {"required": True, "content": {"application/json": {"schema": _ref(f"Create{number}")}}}
    return f"/created/{number}", "post", {"requestBody": body, "responses": _answers(_ref(f"Create{number}"), "201")}


def _composed(number: int, schemas: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    schemas[f"Base{number}"] = _object(number)
    schemas[f"Composed{number}"] = {
        "allOf": [
            _ref(f"Base{number}"),
            {
                "type": "object",
                "required": ["own"],
                "properties": {"own": {"type": "string"}, "count": {"type": "integer"}},
            },
        ]
    }
    return f"/composed/{number}", "get", {"responses": _answers({"type": "array", "items": _ref(f"Composed{number}")})}  # fmt: skip


def _union(number: int, schemas: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    members = [f"Cat{number}", f"Dog{number}"]
    for name in members:
        schemas[name] = _object(number, pet={"const": name})
    union = {
        "oneOf": [_ref(name) for name in members],
        "discriminator": {"propertyName": "pet", "mapping": {name: _ref(name)["$ref"] for name in members}},
    }
    schemas[f"Pet{number}"] = {**union, "description": LONG}
    operation = {
        "responses": _answers(
            {
                "type": "object",
                "properties": {
                    "pet": _ref(f"Pet{number}"),
                    "other": {"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "null"}]},
                },
            }
        )
    }
    return f"/union/{number}", "get", operation  # fmt: skip


def _filtered(number: int, schemas: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    parameters = [
        {"name": "filter", "in": "query", "style": "deepObject", "explode": True, "schema": {"type": "object", "properties": {"a": {"type": "string"}}}},
        {"name": "ids", "in": "query", "style": "pipeDelimited", "explode": False, "schema": {"type": "array", "items": {"type": "integer"}}},
        {"name": "X-Trace", "in": "header", "schema": {"type": "string"}},
        {"name": "session", "in": "cookie", "schema": {"type": "string"}},
        {"name": "sort", "in": "query", "schema": {"type": "string", "enum": ["up", "down"]}},
    ]  # fmt: skip
    schema = {"type": "object", "additionalProperties": _ref(f"Plain{number - number % len(SORTS)}")}
    return f"/filtered/{number}", "get", {"parameters": parameters, "responses": _answers(schema), "deprecated": True}


def _uploaded(number: int, schemas: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    form = {
        "type": "object",
        "required": ["file"],
        "properties": {"file": {"type": "string", "format": "binary"}, "note": {"type": "string"}},
    }
    body = {
        "content": {
            "multipart/form-data": {"schema": form},
            "application/x-www-form-urlencoded": {
                "schema": {"type": "object", "properties": {"note": {"type": "string"}}}
            },
        }
    }
    return f"/uploaded/{number}", "post", {"requestBody": body, "responses": {"204": {"description": "done"}}}  # fmt: skip


def _binary(number: int, schemas: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    media = ("image/png", "text/plain", "application/octet-stream", "text/event-stream")[number // len(SORTS) % 4]
    return (
        f"/binary/{number}",
        "get",
        {"responses": _answers({"type": "string"}, media=media), "security": [{"key": []}, {"bearer": []}]},
    )


def _recursive(number: int, schemas: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    schemas[f"Tree{number}"] = {
        "type": "object",
        "properties": {"children": {"type": "array", "items": _ref(f"Tree{number}")}, "json": _ref(f"Json{number}")},
    }
    schemas[f"Json{number}"] = {
        "oneOf": [
            {"type": "string"},
            {"type": "array", "items": _ref(f"Json{number}")},
            {"type": "object", "additionalProperties": _ref(f"Json{number}")},
        ]
    }
    return f"/recursive/{number}", "put", {"requestBody": {"content": {"application/json": {"schema": _ref(f"Tree{number}")}}}, "responses": _answers(_ref(f"Tree{number}"))}  # fmt: skip


def _inline(number: int, schemas: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    schema = {
        "type": "object",
        "properties": {
            "data": {"type": "array", "items": _object(number)},
            "meta": {"type": "object", "properties": {"next": {"type": "string"}}},
        },
    }
    operation = {
        "responses": {
            **_answers(schema),
            "202": {
                "description": "later",
                "content": {
                    "application/json": {"schema": {"type": "object", "properties": {"job": {"type": "string"}}}}
                },
            },
        }
    }
    return f"/inline/{number}", "post", operation  # fmt: skip


def _shared(number: int, schemas: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    schemas.setdefault("Shared", _object(0, status={"type": "integer", "enum": [1, 2, 3]}))
    schema = (
        {"allOf": [_ref("Shared")], "description": "one of many", "nullable": True}
        if number % 20
        else {"type": ["string", "null"]}
    )
    return f"/shared/{number}", "delete", {"responses": _answers(schema), "x-own": {"number": number}}


SORTS: Final = (_plain, _created, _composed, _union, _filtered, _uploaded, _binary, _recursive, _inline, _shared)
