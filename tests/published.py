"""A published document as the measure reads it: by itself, not with the toolchain's reader."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML

from generator.spec.openapi import methods, resolve

from .sample_values import Sampler

UNSENT: Final = ("accept", "content-type", "authorization")
"""Header parameters that OpenAPI says to ignore."""


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
    """The schema of a parameter, or of its first content."""
    content = parameter.get("content")
    if isinstance(content, dict) and content:
        media = next(iter(content.values()))
        return media.get("schema") if isinstance(media, dict) else None
    return parameter.get("schema")


def answers(sampler: Sampler, operation: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Status, media type and schema of each success."""
    responses = operation.get("responses")
    for status, each in responses.items() if isinstance(responses, dict) else ():
        response = sampler.found(each)
        content = response.get("content") if isinstance(response, dict) else None
        if not str(status).startswith("2") or not isinstance(content, dict):
            continue
        for media, value in content.items():
            if isinstance(value, dict) and "schema" in value:
                yield str(status).replace("x", "X"), media, value["schema"]
