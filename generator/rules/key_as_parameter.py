from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..rule import Found
from ..spec.openapi import components_of, join, mapping, methods, resolve
from ..spec.parameters import ParameterAt, parameters
from ..values import REMOVED, Edit, Spec


def key_as_parameter(spec: Spec) -> Found:
    """Drop a parameter that is the key which the operation's security has the client send already.

    Trello documents `key` and `token` as security schemes and once more as required query parameters of all operations: each
    call would want the key again, and send it twice. It stays where another key would do, or none.
    """
    for path, item in mapping(spec, "paths").items():
        if not isinstance(item, dict):
            continue
        pointer = join("/paths", path)
        keys = [_keys(spec, operation) for _, _, operation in methods(item)]
        everywhere = set.intersection(*keys) if keys else set()
        yield from _dropped(parameters(spec, pointer, item), everywhere)
        for below, _, operation in methods(item):
            yield from _dropped(parameters(spec, pointer + below, operation), _keys(spec, operation))


def _dropped(listed: Iterator[ParameterAt], keys: set[tuple[str, str]]) -> Found:
    for each in listed:
        if _place(each.value) in keys:
            yield Edit(each.pointer, REMOVED, f"It is the key of the security scheme that sends {each.value['name']}.")


def _keys(spec: Spec, operation: dict[str, Any]) -> set[tuple[str, str]]:
    """Where the keys stand that every way to be allowed the operation sends."""
    security = operation.get("security", spec.get("security"))
    ways = [set(way) for way in security if isinstance(way, dict)] if isinstance(security, list) else []
    needed = set.intersection(*ways) if ways else set()
    schemes = components_of(spec, "securitySchemes")
    found: set[tuple[str, str]] = set()
    for name in needed:
        try:
            scheme = resolve(spec, schemes.get(name))
        except KeyError:
            continue
        if isinstance(scheme, dict) and scheme.get("type") == "apiKey":
            found.add(_place(scheme))
    return found


def _place(node: dict[str, Any]) -> tuple[str, str]:
    place, name = str(node.get("in")), str(node.get("name"))
    return place, name.lower() if place == "header" else name
