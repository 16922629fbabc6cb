"""Path items and the parts that operations share."""

from __future__ import annotations

from typing import Any, Final

from ..spec.openapi import METHODS, OTHER_METHODS, join, methods, resolve
from ..values import Spec
from ._walk import Notes, note

KEPT: Final = ("tags", "summary", "description", "externalDocs", "operationId", "deprecated", "security")


def path_item(spec: Spec, notes: Notes) -> Spec:
    """Resolve path items and copy their parameters and servers into their operations.

    A parameter of the operation stands for the path item's of the same name and place.
    """
    paths: dict[str, Any] = {}
    given = spec.get("paths")
    for path, node in given.items() if isinstance(given, dict) else ():
        if not path.startswith("/"):
            if not path.startswith("x-"):
                note(notes, "path-malformed", join("/paths", path), "a path starts with a slash; left out")
            continue
        item = resolved(spec, node, join("/paths", path), notes)
        operations: dict[str, Any] = {}
        for below, method, operation in methods(item):
            holder = operations if method in METHODS else operations.setdefault(OTHER_METHODS, {})
            holder[method] = _operation(spec, item, operation, join("/paths", path), below, notes)
        if operations:
            paths[path] = operations
    return {**spec, "paths": paths}


def resolved(spec: Spec, node: Any, pointer: str, notes: Notes) -> dict[str, Any]:
    """A part with its references followed; an empty one, noted, where they lead nowhere."""
    try:
        found = resolve(spec, node)
    except KeyError:
        note(notes, "dangling-reference", pointer, "its reference leads nowhere; left out")
        return {}
    return found if isinstance(found, dict) else {}


def _operation(
    spec: Spec, item: dict[str, Any], operation: dict[str, Any], pointer: str, below: str, notes: Notes
) -> dict[str, Any]:
    new = {key: value for key, value in operation.items() if key in KEPT or key.startswith("x-")}
    parameters: dict[tuple[Any, Any], Any] = {}
    for holder, at in ((item, pointer), (operation, pointer + below)):
        listed = holder.get("parameters")
        own: set[tuple[Any, Any]] = set()
        for index, node in enumerate(listed if isinstance(listed, list) else ()):
            parameter = resolved(spec, node, join(at, "parameters", index), notes)
            key = parameter.get("in"), parameter.get("name")
            if parameter and all(isinstance(part, str) for part in key) and key not in own:
                own.add(key)
                parameters[key] = parameter
    new["parameters"] = list(parameters.values())
    body = operation.get("requestBody")
    if body is not None:
        new["requestBody"] = resolved(spec, body, join(pointer + below, "requestBody"), notes)
    responses = operation.get("responses")
    new["responses"] = {
        str(status): resolved(spec, node, join(pointer + below, "responses", status), notes)
        for status, node in (responses.items() if isinstance(responses, dict) else ())
        if not str(status).startswith("x-")
    }
    servers = operation.get("servers") or item.get("servers")
    if isinstance(servers, list) and servers and servers != spec.get("servers"):
        new["servers"] = servers
    return new
