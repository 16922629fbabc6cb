"""A published document as the measure reads it: by itself, not with the toolchain's reader."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML

from generator.spec.openapi import methods, resolve

from .sample_values import Sampler

UNSENT: Final = ("accept", "content-type", "authorization", "content-length", "transfer-encoding")
"""Header parameters that OpenAPI says to ignore, and those that follow from the body."""


def read(path: Path) -> dict[str, Any]:
    """The document of a file. Raises ValueError for one that is no object."""
    text = path.read_text(encoding="utf-8-sig")
    data = json.loads(text) if path.suffix == ".json" else _yaml().load(text)
    if not isinstance(data, dict):
        raise ValueError("no object")
    return data


def _yaml() -> Any:
    """A reader that takes dates for texts, as JSON has them, and the last of two equal keys."""
    reader = YAML(typ="safe", pure=True)
    reader.allow_duplicate_keys = True
    reader.constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value)
    return reader


def operations(document: dict[str, Any]) -> Iterator[tuple[str, tuple[dict[str, Any], dict[str, Any]]]]:
    """Each operation by method and path, with its path item."""
    paths = document.get("paths")
    for path, item in paths.items() if isinstance(paths, dict) else ():
        try:
            item = resolve(document, item)
        except KeyError:
            continue
        for _, method, operation in methods(item) if isinstance(item, dict) else ():
            yield f"{method.upper()} {path}", (operation, item)


def parameters_of(
    document: dict[str, Any], operation: dict[str, Any], item: dict[str, Any]
) -> dict[tuple[str, str], Any]:
    """The parameters that a client sends, by place and name."""
    found: dict[tuple[str, str], Any] = {}
    for each in [*(item.get("parameters") or []), *(operation.get("parameters") or [])]:
        try:
            parameter = resolve(document, each)
        except KeyError:
            continue
        if not isinstance(parameter, dict) or parameter.get("in") not in (
            "path",
            "query",
            "header",
            "cookie",
            "querystring",
        ):
            continue
        if "name" not in parameter:
            continue
        if parameter["in"] == "querystring":
            parameter = {**parameter, "in": "query"}
        if parameter["in"] != "header" or str(parameter.get("name")).lower() not in UNSENT:
            found[parameter["in"], str(parameter.get("name"))] = parameter
    return found


def schema_of(parameter: dict[str, Any]) -> Any:
    """The schema of a parameter, or of its first content; in Swagger 2 the parameter says its type itself."""
    content = parameter.get("content")
    if isinstance(content, dict) and content:
        media = next(iter(content.values()))
        return media.get("schema") if isinstance(media, dict) else None
    return parameter.get("schema", parameter if "type" in parameter else None)


def body_of(sampler: Sampler, operation: dict[str, Any], item: dict[str, Any]) -> dict[str, Any]:
    """The schemas of a body by media type; in Swagger 2 it is a parameter, or a form of several."""
    body = sampler.found(operation.get("requestBody"))
    if isinstance(body, dict) and isinstance(body.get("content"), dict):
        return {media: each.get("schema") for media, each in body["content"].items() if isinstance(each, dict)}
    if "swagger" not in sampler.document:
        return {}
    listed = [*(item.get("parameters") or []), *(operation.get("parameters") or [])]
    found = [each for each in map(sampler.found, listed) if isinstance(each, dict)]
    for each in found:
        if each.get("in") == "body":
            return dict.fromkeys(_media_types("consumes", sampler, operation), each.get("schema"))
    fields = {str(each.get("name")): each for each in found if str(each.get("in")).lower() == "formdata"}
    if not fields:
        return {}
    schema = {"type": "object", "properties": fields}
    return {"application/x-www-form-urlencoded": schema, "multipart/form-data": schema}


def _media_types(name: str, sampler: Sampler, operation: dict[str, Any]) -> list[str]:
    return operation.get(name, sampler.document.get(name)) or ["application/json"]


def _content(sampler: Sampler, operation: dict[str, Any], response: Any) -> Any:
    """The content of an answer; in Swagger 2 its schema stands beside its description."""
    if not isinstance(response, dict) or "content" in response or "swagger" not in sampler.document:
        return response.get("content") if isinstance(response, dict) else None
    schema = response.get("schema")
    if not isinstance(schema, dict):
        return None
    if schema.get("type") == "file":
        schema = {"type": "string", "format": "binary"}
    return {media: {"schema": schema} for media in _media_types("produces", sampler, operation)}


def answers(sampler: Sampler, operation: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Status, media type and schema of each success."""
    responses = operation.get("responses")
    for status, each in responses.items() if isinstance(responses, dict) else ():
        response = sampler.found(each)
        content = _content(sampler, operation, response)
        if not str(status).startswith("2") or not isinstance(content, dict):
            continue
        for media, value in content.items():
            if isinstance(value, dict) and "schema" in value:
                yield str(status).replace("x", "X"), media, value["schema"]
