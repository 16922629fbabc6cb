"""Servers with their variables filled in."""

from __future__ import annotations

import re
from typing import Any, Final
from urllib.parse import urljoin

from ..spec.openapi import join
from ..values import Spec
from ._operations import each_operation
from ._walk import Notes, note

_VARIABLE: Final = re.compile(r"\{([^{}]*)\}")


def server_variable(spec: Spec, notes: Notes) -> Spec:
    """Put the defaults of server variables into the URL; callers give another base URL where they differ.

    `https://{region}.api.example.com` with default `eu` is `https://eu.api.example.com`. A server of an operation
    that is only a path stands on the host of the whole document's. `//api.example.com` has the scheme of the page that
    it stands on, which is https to a client: converters of Swagger 2 write it.
    """

    def lowered(pointer: str, path: str, operation: dict[str, Any]) -> dict[str, Any]:
        if "servers" not in operation:
            return operation
        rest = {key: value for key, value in operation.items() if key != "servers"}
        filled = _filled(operation["servers"], join(pointer, "servers"), notes)
        own = [_with_scheme(_hosted(server, root)) for server in filled]
        return {**rest, "servers": own} if own and own != root else rest

    root = [_with_scheme(server) for server in _filled(spec.get("servers"), "/servers", notes)]
    return each_operation({**spec, "servers": root}, lowered)


def _hosted(server: dict[str, Any], root: list[dict[str, Any]]) -> dict[str, Any]:
    """A server with the host of the first one of the document, where it names none itself."""
    base = root[0]["url"] if root else ""
    if "://" in server["url"] or "://" not in base or "{" in base:
        return server
    try:
        return {**server, "url": urljoin(base, server["url"])}
    except ValueError:
        return server


def _with_scheme(server: dict[str, Any]) -> dict[str, Any]:
    return {**server, "url": f"https:{server['url']}"} if server["url"].startswith("//") else server


def _filled(servers: Any, pointer: str, notes: Notes) -> list[dict[str, Any]]:
    found = []
    for index, server in enumerate(servers if isinstance(servers, list) else ()):
        if not isinstance(server, dict) or not isinstance(server.get("url"), str):
            continue
        variables = server.get("variables")
        at = join(pointer, index)
        url = _VARIABLE.sub(lambda match: _value(match, variables, at, notes), server["url"])  # noqa: B023
        kept = {key: server[key] for key in ("description", "name") if isinstance(server.get(key), str)}
        found.append({"url": url, **kept})
    return found


def _value(match: re.Match[str], variables: Any, pointer: str, notes: Notes) -> str:
    variable = variables.get(match[1]) if isinstance(variables, dict) else None
    choices = [variable.get("default"), *(variable.get("enum") or ())] if isinstance(variable, dict) else []
    for value in choices:
        if isinstance(value, str | int | float):
            return str(value)
    note(notes, "server-variable", pointer, f"{match[0]} has no default; give a base URL to the client")
    return match[0]
