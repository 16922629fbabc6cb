"""Valid documents with every construct of OpenAPI in them, and seeded damage to any document."""

from __future__ import annotations

import copy
import random
from typing import Any

VALUES: list[Any] = [
    None,
    True,
    False,
    0,
    -1,
    3.5,
    10**30,
    1e300,
    float("inf"),
    "",
    "text",
    "string",
    "#/components/schemas/Pet",
    "10",
    [],
    {},
    [1],
    ["a", "a"],
    {"type": "string"},
    {"$ref": "#/components/schemas/Nothing"},
    {"$ref": 5},
    [None],
    {"": None},
    {"$ref": "#/components/schemas/Loop"},
    {"a/b~c": {}},
    ["null"],
    "<b>x</b>",
    "\ud800",
    [[[]]],
    {"x-own": 1},
]


def spec_3_0() -> dict[str, Any]:
    pet: dict[str, Any] = {
        "type": "object",
        "required": ["id", "name"],
        "description": "A <b>pet</b>.",
        "properties": {
            "id": {
                "type": "integer",
                "format": "int64",
                "minimum": 1,
                "exclusiveMinimum": True,
                "example": 7,
            },
            "name": {"type": "string", "default": "Rex", "minLength": 1, "pattern": "^[A-Z]"},
            "kind": {"type": "string", "enum": ["cat", "dog", None], "nullable": True, "default": "cat"},
            "owner": {"allOf": [{"$ref": "#/components/schemas/Owner"}], "nullable": True, "type": "object"},
            "tags": {"type": "array", "items": {"type": "string"}, "uniqueItems": True, "maxItems": 9},
            "more": {"type": "object", "additionalProperties": {"type": "number", "multipleOf": 0.5}},
            "one": {
                "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
                "discriminator": {
                    "propertyName": "kind",
                    "mapping": {"cat": "#/components/schemas/Cat", "dog": "Dog"},
                },
            },
            "loop": {"$ref": "#/components/schemas/Pet"},
        },
    }
    operation: dict[str, Any] = {
        "operationId": "getPet",
        "tags": ["Pets"],
        "summary": "Get",
        "deprecated": False,
        "parameters": [
            {"$ref": "#/components/parameters/Limit"},
            {
                "name": "filter",
                "in": "query",
                "style": "deepObject",
                "explode": True,
                "schema": {"type": "object"},
            },
            {"name": "X-Trace", "in": "header", "content": {"text/plain": {"schema": {"type": "string"}}}},
        ],
        "responses": {
            "200": {
                "description": "ok",
                "headers": {"X-Rate": {"schema": {"type": "integer"}}},
                "content": {"application/json": {"schema": pet["properties"]["one"], "example": {"kind": "cat"}}},
                "links": {"next": {"operationId": "putPet", "parameters": {"id": "$response.body#/id"}}},
            },
            "4XX": {"$ref": "#/components/responses/Failed"},
            "default": {"description": "else"},
        },
        "security": [{"key": []}, {"oauth": ["read"]}],
    }
    put: dict[str, Any] = {
        "operationId": "putPet",
        "responses": {"204": {"description": ""}},
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}},
                "multipart/form-data": {
                    "schema": {
                        "type": "object",
                        "properties": {"file": {"type": "string", "format": "binary"}},
                    },
                    "encoding": {
                        "file": {
                            "contentType": "image/png",
                            "headers": {"X-A": {"schema": {"type": "string"}}},
                        }
                    },
                },
            },
        },
        "callbacks": {"done": {"{$request.body#/url}": {"post": {"responses": {"200": {"description": "ok"}}}}}},
    }
    return {
        "openapi": "3.0.3",
        "info": {"title": "Pets", "version": "1", "contact": {"name": "me"}, "license": {"name": "MIT"}},
        "servers": [{"url": "https://{host}/v1", "variables": {"host": {"default": "a", "enum": ["a", "b"]}}}],
        "tags": [{"name": "Pets", "description": "All", "externalDocs": {"url": "https://x"}}],
        "security": [{"key": []}],
        "paths": {
            "/pets/{id}": {
                "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
                "get": operation,
                "put": put,
            },
        },
        "components": {
            "schemas": {
                "Pet": pet,
                "Owner": {"type": "object", "properties": {"name": {"type": "string"}}},
                "Cat": {
                    "allOf": [
                        {"$ref": "#/components/schemas/Pet"},
                        {"type": "object", "properties": {"lives": {"type": "integer"}}},
                    ]
                },
                "Dog": {
                    "type": "object",
                    "properties": {"kind": {"type": "string"}},
                    "additionalProperties": False,
                },
                "Loop": {"type": "array", "items": {"$ref": "#/components/schemas/Loop"}},
            },
            "parameters": {
                "Limit": {
                    "name": "limit",
                    "in": "query",
                    "schema": {"type": "integer", "default": 10, "maximum": 100},
                }
            },
            "responses": {
                "Failed": {
                    "description": "no",
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Owner"}}},
                }
            },
            "examples": {"one": {"value": 1}},
            "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
                "basic": {"type": "http", "scheme": "basic"},
                "oauth": {
                    "type": "oauth2",
                    "flows": {"clientCredentials": {"tokenUrl": "https://x", "scopes": {"read": "Read"}}},
                },
            },
        },
    }


def spec_3_1() -> dict[str, Any]:
    spec = spec_3_0()
    spec["openapi"] = "3.1.0"
    properties = spec["components"]["schemas"]["Pet"]["properties"]
    properties["id"] = {"type": ["integer", "null"], "exclusiveMinimum": 0, "examples": [7]}
    properties["kind"] = {"type": ["string", "null"], "enum": ["cat", "dog", None], "default": None}
    properties["owner"] = {"anyOf": [{"$ref": "#/components/schemas/Owner"}, {"type": "null"}]}
    properties["pair"] = {"type": "array", "prefixItems": [{"type": "string"}, {"const": 5}], "items": False}
    properties["rest"] = {
        "type": "object",
        "patternProperties": {"^x": {"type": "string"}},
        "unevaluatedProperties": False,
    }
    properties["if"] = {"if": {"properties": {"a": {"const": 1}}}, "then": {"required": ["b"]}, "else": True}
    spec["webhooks"] = {"new": {"post": {"responses": {"200": {"description": "ok"}}}}}
    spec["components"]["pathItems"] = {"item": {"get": {"responses": {"200": {"description": "ok"}}}}}
    return spec


def damaged(spec: dict[str, Any], seed: int, times: int) -> dict[str, Any]:
    """A copy of `spec` with `times` nodes replaced, removed, renamed or swapped."""
    draw = random.Random(seed)
    spec = copy.deepcopy(spec)
    for _ in range(times):
        found = list(places(spec))
        if not found:
            break
        holder, key = draw.choice(found)
        action = draw.randrange(5)
        if action <= 1:
            holder[key] = copy.deepcopy(draw.choice(VALUES))
        elif action == 2:
            del holder[key]
        elif action == 3 and isinstance(holder, dict):
            holder[draw.choice(["type", "x", "$ref", "a b", "", "items", "required", "ID", "200"])] = holder.pop(key)
        else:
            other, name = draw.choice(found)
            try:
                holder[key], other[name] = copy.deepcopy(other[name]), copy.deepcopy(holder[key])
            except (KeyError, IndexError):
                continue
    return spec


def places(node: Any) -> Any:
    """Each dict or list below a node with each of its keys; of nodes that are put in on the way too."""
    stack = [node]
    while stack:
        each = stack.pop()
        keys: Any = list(each) if isinstance(each, dict) else range(len(each)) if isinstance(each, list) else ()
        for key in keys:
            yield each, key
            stack.append(each[key])
