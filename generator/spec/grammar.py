"""The grammar of OpenAPI 3.0, 3.1 and 3.2 as data: which object has which fields, and what stands in each.

One table serves the walk over a document and the rules about wrong types and unknown fields, so that
they cannot disagree. Schemas have their own table: their keywords come from JSON Schema.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

SCALARS: Final = ("text", "bool", "number", "count", "any")
"""What a field can hold besides objects. `count` is a whole number from 0."""


@frozen
class Field:
    """What stands in a field: `kind` one, a list or a map of it. A required one must be there."""

    kind: str
    shape: str = "one"
    required: bool = False


def _field(text: str) -> Field:
    """Read `kind`, `kind[]` or `kind{}`, with `!` behind it where the field is required."""
    body = text.removesuffix("!")
    kind = body.removesuffix("[]").removesuffix("{}")
    shape = "list" if body.endswith("[]") else "map" if body.endswith("{}") else "one"
    return Field(kind, shape, text.endswith("!"))


def _table(rows: dict[str, dict[str, str]]) -> dict[str, dict[str, Field]]:
    return {kind: {name: _field(text) for name, text in fields.items()} for kind, fields in rows.items()}


_PARAMETER: Final = {
    "description": "text", "required": "bool", "deprecated": "bool", "allowEmptyValue": "bool",
    "style": "text",
    "explode": "bool", "allowReserved": "bool", "schema": "schema", "example": "any", "examples": "example{}",
    "content": "media_type{}",
}  # fmt: skip

_OPERATION: Final = (
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
)  # fmt: skip

OBJECTS: Final = _table({
    "document": {
        "openapi": "text!", "info": "info!", "jsonSchemaDialect": "text", "$self": "text",
        "servers": "server[]",
        "paths": "path_item{}", "webhooks": "path_item{}", "components": "components",
        "security": "requirement[]",
        "tags": "tag[]", "externalDocs": "external_docs",
    },
    "info": {
        "title": "text!", "summary": "text", "description": "text", "termsOfService": "text",
        "contact": "contact",
        "license": "license", "version": "text!",
    },
    "contact": {"name": "text", "url": "text", "email": "text"},
    "license": {"name": "text!", "identifier": "text", "url": "text"},
    "server": {"url": "text!", "name": "text", "description": "text", "variables": "server_variable{}"},
    "server_variable": {"enum": "text[]", "default": "text!", "description": "text"},
    "components": {
        "schemas": "schema{}", "responses": "response{}", "parameters": "parameter{}",
        "examples": "example{}",
        "requestBodies": "request_body{}", "headers": "header{}", "securitySchemes": "security_scheme{}",
        "links": "link{}", "callbacks": "callback{}", "pathItems": "path_item{}",
        "mediaTypes": "media_type{}",
    },
    "path_item": {
        "$ref": "text", "summary": "text", "description": "text", **dict.fromkeys(_OPERATION, "operation"),
        "query": "operation", "additionalOperations": "operation{}", "servers": "server[]",
        "parameters": "parameter[]",
    },
    "operation": {
        "tags": "text[]", "summary": "text", "description": "text", "externalDocs": "external_docs",
        "operationId": "text", "parameters": "parameter[]", "requestBody": "request_body",
        "responses": "response{}!", "callbacks": "callback{}", "deprecated": "bool",
        "security": "requirement[]",
        "servers": "server[]",
    },
    "external_docs": {"description": "text", "url": "text!"},
    "parameter": {"name": "text!", "in": "text!", **_PARAMETER},
    "header": _PARAMETER,
    "request_body": {"description": "text", "content": "media_type{}!", "required": "bool"},
    "media_type": {
        "schema": "schema", "itemSchema": "schema", "example": "any", "examples": "example{}",
        "encoding": "encoding{}", "prefixEncoding": "encoding[]", "itemEncoding": "encoding",
    },
    "encoding": {
        "contentType": "text", "headers": "header{}", "style": "text", "explode": "bool",
        "allowReserved": "bool",
    },
    "response": {
        "summary": "text", "description": "text!", "headers": "header{}", "content": "media_type{}",
        "links": "link{}",
    },
    "callback": {"*": "path_item"},
    "example": {
        "summary": "text", "description": "text", "value": "any", "externalValue": "text", "dataValue": "any",
        "serializedValue": "text",
    },
    "link": {
        "operationRef": "text", "operationId": "text", "parameters": "any{}", "requestBody": "any",
        "description": "text", "server": "server",
    },
    "tag": {
        "name": "text!", "summary": "text", "description": "text", "externalDocs": "external_docs",
        "parent": "text", "kind": "text",
    },
    "requirement": {"*": "text[]"},
    "security_scheme": {
        "type": "text!", "description": "text", "name": "text", "in": "text", "scheme": "text",
        "bearerFormat": "text", "flows": "flows", "openIdConnectUrl": "text", "oauth2MetadataUrl": "text",
        "deprecated": "bool",
    },
    "flows": {
        "implicit": "flow", "password": "flow", "clientCredentials": "flow", "authorizationCode": "flow",
        "deviceAuthorization": "flow",
    },
    "flow": {
        "authorizationUrl": "text", "deviceAuthorizationUrl": "text", "tokenUrl": "text",
        "refreshUrl": "text",
        "scopes": "text{}!",
    },
    "discriminator": {"propertyName": "text!", "mapping": "text{}", "defaultMapping": "text"},
    "xml": {
        "name": "text", "namespace": "text", "prefix": "text", "attribute": "bool", "wrapped": "bool",
        "nodeType": "text",
    },
    "schema": {
        "$ref": "text", "title": "text", "description": "text", "format": "text", "default": "any",
        "example": "any", "deprecated": "bool", "readOnly": "bool", "writeOnly": "bool", "nullable": "bool",
        "externalDocs": "external_docs", "xml": "xml", "discriminator": "discriminator",
        "multipleOf": "number", "maximum": "number", "minimum": "number", "maxLength": "count",
        "minLength": "count", "pattern": "text", "maxItems": "count", "minItems": "count",
        "uniqueItems": "bool",
        "maxProperties": "count", "minProperties": "count", "required": "text[]", "enum": "any[]",
        "allOf": "schema[]", "oneOf": "schema[]", "anyOf": "schema[]", "not": "schema", "items": "schema",
        "properties": "schema{}", "additionalProperties": "schema",
        # below: JSON Schema 2020-12, so OpenAPI 3.1
        "examples": "any[]", "const": "any", "prefixItems": "schema[]", "contains": "schema",
        "minContains": "count", "maxContains": "count", "patternProperties": "schema{}",
        "propertyNames": "schema", "dependentSchemas": "schema{}", "dependentRequired": "any{}",
        "if": "schema", "then": "schema", "else": "schema", "unevaluatedItems": "schema",
        "unevaluatedProperties": "schema", "contentEncoding": "text", "contentMediaType": "text",
        "contentSchema": "schema", "$defs": "schema{}", "$comment": "text", "$id": "text", "$anchor": "text",
        "$schema": "text", "$dynamicRef": "text", "$dynamicAnchor": "text", "$vocabulary": "any{}",
    },
})  # fmt: skip

REFERABLE: Final = (
    "schema", "response", "parameter", "example", "request_body", "header", "security_scheme", "link",
    "callback",
    "path_item", "media_type",
)  # fmt: skip
"""The kinds of object in whose place a Reference Object may stand."""

SECTIONS: Final = {field.kind: name for name, field in OBJECTS["components"].items()}
"""The section of `components` that holds each kind."""

AFTER_3_1: Final = {
    "document": ("$self",), "components": ("mediaTypes",), "response": ("summary",),
    "path_item": ("query", "additionalOperations"),
    "media_type": ("itemSchema", "prefixEncoding", "itemEncoding"),
    "server": ("name",), "tag": ("summary", "parent", "kind"), "flows": ("deviceAuthorization",),
    "flow": ("deviceAuthorizationUrl",), "security_scheme": ("oauth2MetadataUrl", "deprecated"),
    "example": ("dataValue", "serializedValue"), "discriminator": ("defaultMapping",), "xml": ("nodeType",),
}  # fmt: skip
"""The fields that came with OpenAPI 3.2."""

OF_3_1: Final = {
    "document": ("jsonSchemaDialect", "webhooks"), "info": ("summary",), "license": ("identifier",),
    "components": ("pathItems",),
    "schema": (
        "examples", "const", "prefixItems", "contains", "minContains", "maxContains", "patternProperties",
        "propertyNames", "dependentSchemas", "dependentRequired", "if", "then", "else", "unevaluatedItems",
        "unevaluatedProperties", "contentEncoding", "contentMediaType", "contentSchema", "$defs", "$comment",
        "$id", "$anchor", "$schema", "$dynamicRef", "$dynamicAnchor", "$vocabulary",
    ),
}  # fmt: skip
"""The fields that came with OpenAPI 3.1."""

LATER: Final = {kind: later for kind in OBJECTS if (later := (*OF_3_1.get(kind, ()), *AFTER_3_1.get(kind, ())))}
"""The fields that OpenAPI 3.0 does not have."""
