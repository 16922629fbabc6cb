"""OpenAPI 3 documents said in Swagger 2.0, for tests: the way back from what `generator/swagger` does, by other code.

What 2.0 has no words for stays as 3.0 says it, as vendors leave it too, or is left out where it is no schema.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

_PLACES = {
    "#/components/schemas/": "#/definitions/", "#/components/parameters/": "#/parameters/",
    "#/components/responses/": "#/responses/",
}  # fmt: skip
_FORMATS = {"spaceDelimited": "ssv", "pipeDelimited": "pipes"}
_FLOWS = {"clientCredentials": "application", "authorizationCode": "accessCode"}
_FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")


def as_swagger_2(spec: dict[str, Any]) -> dict[str, Any]:
    """The document in 2.0. It must be a sound one, of 3.0 or 3.1."""
    text = json.dumps(spec)
    for old, new in _PLACES.items():
        text = text.replace(json.dumps(old)[1:-1], new)
    spec = json.loads(text)
    parts = spec.pop("components", {})
    made: dict[str, Any] = {
        "swagger": "2.0",
        **{key: spec[key] for key in spec if key in _KEPT or key.startswith("x-")},
    }
    made |= _address(spec.get("servers", ()))
    made["paths"] = {path: _item(item) for path, item in spec.get("paths", {}).items()}
    sections = {
        "definitions": {name: _schema(each) for name, each in parts.get("schemas", {}).items()},
        "parameters": {name: _parameter(each) for name, each in parts.get("parameters", {}).items()},
        "responses": {name: _response(each, set()) for name, each in parts.get("responses", {}).items()},
        "securityDefinitions": {name: _scheme(each) for name, each in parts.get("securitySchemes", {}).items()},
    }
    return {**made, **{name: section for name, section in sections.items() if section}}


_KEPT = ("info", "tags", "security", "externalDocs")


def _address(servers: Any) -> dict[str, Any]:
    for server in servers:
        url = server["url"]
        for name, variable in server.get("variables", {}).items():
            url = url.replace(f"{{{name}}}", variable["default"])
        parts = urlsplit(url)
        return {"host": parts.netloc, "basePath": parts.path or "/", "schemes": [parts.scheme]}
    return {}


def _item(item: dict[str, Any]) -> dict[str, Any]:
    return {
        key: [_parameter(each) for each in value] if key == "parameters" else _operation(value)
        for key, value in item.items()
    }


def _operation(operation: dict[str, Any]) -> dict[str, Any]:
    made = {
        key: value
        for key, value in operation.items()
        if key not in ("requestBody", "responses", "callbacks", "servers")
    }
    produces: set[str] = set()
    made["responses"] = {status: _response(each, produces) for status, each in operation.get("responses", {}).items()}
    parameters = [_parameter(each) for each in operation.get("parameters", ())]
    if "requestBody" in operation:
        consumes = list(operation["requestBody"]["content"])
        parameters += _body(operation["requestBody"], consumes[0])
        made["consumes"] = consumes[:1]
    if parameters:
        made["parameters"] = parameters
    return {**made, "produces": sorted(produces)} if produces else made


def _body(body: dict[str, Any], media: str) -> list[dict[str, Any]]:
    schema = body["content"][media].get("schema", {})
    if media not in _FORMS:
        said = {key: body[key] for key in ("description", "required") if key in body}
        return [{"in": "body", "name": "body", **said, "schema": _schema(schema)}]
    required = schema.get("required", ())
    return [
        _parameter({"name": name, "in": "formData", "schema": each, "required": name in required, "explode": True})
        for name, each in schema.get("properties", {}).items()
    ]


def _parameter(parameter: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in parameter:
        return parameter
    made = {key: value for key, value in parameter.items() if key not in ("schema", "style", "explode", "content")}
    schema = _schema(parameter.get("schema", {"type": "string"}))
    if schema.get("format") == "binary":
        schema = {**schema, "type": "file"}
    if schema.get("type") == "array" and parameter["in"] in ("query", "formData"):
        style, exploded = (
            parameter.get("style", "form"),
            parameter.get("explode", parameter.get("style", "form") == "form"),
        )
        made["collectionFormat"] = _FORMATS.get(style, "multi" if exploded else "csv")
    if "example" in made:
        made["x-example"] = made.pop("example")
    return {**made, **schema} if "$ref" not in schema else {**made, "schema": schema}


def _response(response: dict[str, Any], produces: set[str]) -> dict[str, Any]:
    content = response.get("content", {})
    made = {key: value for key, value in response.items() if key not in ("content", "links", "headers")}
    if "headers" in response:
        made["headers"] = {
            name: {**{key: value for key, value in each.items() if key != "schema"}, **_schema(each.get("schema", {}))}
            for name, each in response["headers"].items()
        }
    produces |= set(content)
    for media, each in content.items():
        if "schema" in each:
            made.setdefault("schema", _schema(each["schema"]))
        if "example" in each:
            made.setdefault("examples", {})[media] = each["example"]
    return made


def _schema(schema: Any) -> Any:
    """The schema with `nullable` as the extension that 2.0 has, and a discriminator of one name where no mapping is."""
    if isinstance(schema, list):
        return [_schema(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    made: dict[str, Any] = {}
    for key, value in schema.items():
        if key in ("properties", "patternProperties", "$defs") and isinstance(value, dict):
            made[key] = {name: _schema(each) for name, each in value.items()}
        elif key in ("items", "additionalProperties", "allOf", "oneOf", "anyOf", "not", "prefixItems"):
            made[key] = _schema(value)
        elif key == "discriminator" and isinstance(value, dict) and set(value) == {"propertyName"}:
            made[key] = value["propertyName"]
        else:
            made["x-nullable" if key == "nullable" else key] = value
    return made


def _scheme(scheme: dict[str, Any]) -> dict[str, Any]:
    rest = {key: value for key, value in scheme.items() if key not in ("type", "scheme", "bearerFormat", "flows")}
    if scheme["type"] == "http" and scheme["scheme"] == "basic":
        return {**rest, "type": "basic"}
    if scheme["type"] == "oauth2":
        name, flow = next(iter(scheme["flows"].items()))
        return {**rest, "type": "oauth2", "flow": _FLOWS.get(name, name), **flow}
    return {**rest, "type": "apiKey", "in": scheme.get("in", "header"), "name": scheme.get("name", "Authorization")}
