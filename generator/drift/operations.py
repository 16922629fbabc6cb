"""Operations of two documents and their parts, put together as they take effect.

Path-level parameters, security and servers of the root are copied down; paths are matched by their shape,
so that `/models/{id}` and `/models/{modelId}` are one path.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from ..spec import openapi
from ..spec.openapi import mapping
from .side import Side

_VARIABLE = re.compile(r"\{([^{}]*)\}")
_IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})


@frozen
class Operation:
    """One operation with the path item that holds it. `key` is `GET /path`."""

    key: str
    method: str
    path: str
    pointer: str
    node: dict[str, Any]
    item: dict[str, Any]
    item_pointer: str


@frozen
class Parameter:
    """A parameter; `shared` says that it stands at the path item."""

    node: dict[str, Any]
    pointer: str
    shared: bool

    @property
    def place(self) -> str:
        return str(self.node.get("in", ""))

    @property
    def name(self) -> str:
        return str(self.node.get("name", ""))

    @property
    def required(self) -> bool:
        return self.node.get("required") is True or self.place == "path"


def shape(path: str) -> str:
    """The path without the names of its variables."""
    return _VARIABLE.sub("{}", path)


def matched_paths(old: dict[str, Any], new: dict[str, Any]) -> dict[str, str]:
    """Old paths to the new ones that they are: the same text first, then the same shape."""
    pairs = {path: path for path in old if path in new}
    fresh: dict[str, list[str]] = {}
    for path in new:
        if path not in old:
            fresh.setdefault(shape(path), []).append(path)
    for path in old:
        if path not in pairs and fresh.get(shape(path)):
            pairs[path] = fresh[shape(path)].pop(0)
    return pairs


def operations(side: Side, section: str, path: str, node: Any, prefix: str = "") -> Iterator[Operation]:
    """The operations of one path item, its reference followed."""
    item, pointer = side.follow(node, openapi.join("", section, path))
    if isinstance(item, dict):
        found = {method: (below, operation) for below, method, operation in openapi.methods(item)}
        for method in sorted(
            found, key=lambda name: (openapi.METHODS.index(name) if name in openapi.METHODS else 99, name)
        ):
            below, operation = found[method]
            key = f"{method.upper()} {prefix}{path}"
            yield Operation(key, method, path, pointer + below, operation, item, pointer)


def parameters(side: Side, operation: Operation) -> dict[tuple[str, str], Parameter]:
    """The parameters in effect, by place and name; those of the path by their position in it."""
    variables = list(_VARIABLE.findall(operation.path))
    found: dict[tuple[str, str], Parameter] = {}
    for holder, pointer, shared in (
        (operation.item, operation.item_pointer, True), (operation.node, operation.pointer, False),
    ):  # fmt: skip
        listed = holder.get("parameters")
        for index, raw in enumerate(listed if isinstance(listed, list) else ()):
            node, at = side.follow(raw, openapi.join(pointer, "parameters", index))
            if not isinstance(node, dict) or not isinstance(node.get("name"), str):
                continue
            parameter = Parameter(node, at, shared)
            place, name = parameter.place, parameter.name
            if place == "header":
                name = name.lower()
                if name in _IGNORED_HEADERS:
                    continue
            elif place == "path" and name in variables:
                name = str(variables.index(name))
            found[place, name] = parameter
    return found


def style(parameter: Parameter) -> tuple[str, bool, bool, str]:
    """How a parameter is written: style, explode, allowReserved, and the media type where it has one."""
    node = parameter.node
    default = "form" if parameter.place in ("query", "cookie") else "simple"
    named = node.get("style")
    chosen = named if isinstance(named, str) else default
    exploded = node.get("explode")
    content = next(iter(mapping(node, "content")), "")
    explode = exploded if isinstance(exploded, bool) else chosen == "form"
    if content:
        return "", False, False, str(content)
    return chosen, explode, node.get("allowReserved") is True, ""


def media_name(name: str) -> str:
    """A media type as it is compared: lower case, without spaces."""
    return name.lower().replace(" ", "")


def servers(*holders: Any) -> list[str]:
    """The server URLs of the innermost holder that has any, variables at their defaults."""
    for holder in holders:
        listed = holder.get("servers") if isinstance(holder, dict) else None
        urls = [_url(server) for server in listed if isinstance(server, dict)] if isinstance(listed, list) else []
        if urls:
            return urls
    return []


def _url(server: dict[str, Any]) -> str:
    url = server.get("url")
    if not isinstance(url, str):
        return ""
    variables = mapping(server, "variables")
    filled = _VARIABLE.sub(lambda found: str(mapping(variables, found[1]).get("default", found[0])), url).rstrip("/")
    # without a scheme it has that of the page that it stands on, which is https to a client
    return f"https:{filled}" if filled.startswith("//") else filled
