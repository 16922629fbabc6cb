"""One order for one content."""

from __future__ import annotations

import re
from typing import Any, Final

from ..spec.openapi import METHODS, OTHER_METHODS
from ..values import Spec
from ._walk import Notes

_VARIABLE: Final = re.compile(r"\{([^{}/]+)\}")


def canonical_order(spec: Spec, notes: Notes) -> Spec:
    """Sort all that has no order of its own, so that shuffled keys give the same package.

    Paths, components and keys by code point; properties with `id` first, then the required ones; parameters
    with those of the path first, in its order.
    """
    paths = {path: _item(path, item) for path, item in sorted(spec["paths"].items())}
    notes.sort(key=lambda each: (each.where, each.code, each.what))
    return {**{key: _sorted(value) for key, value in sorted(spec.items()) if key != "paths"}, "paths": paths}


def _item(path: str, item: dict[str, Any]) -> dict[str, Any]:
    new: dict[str, Any] = {method: _operation(path, item[method]) for method in METHODS if method in item}
    if others := item.get(OTHER_METHODS):
        new[OTHER_METHODS] = {method: _operation(path, others[method]) for method in sorted(others)}
    return new


def _operation(path: str, operation: dict[str, Any]) -> dict[str, Any]:
    variables = {name: index for index, name in enumerate(_VARIABLE.findall(path))}
    parameters = sorted(
        operation["parameters"],
        key=lambda node: (
            node["in"] != "path", variables.get(node["name"], 0) if node["in"] == "path" else 0,
            not node["required"], node["name"], node["in"],
        ),
    )  # fmt: skip
    return {**_sorted(operation), "parameters": _sorted(parameters)}


def _sorted(node: Any) -> Any:
    if isinstance(node, dict):
        new = {key: _sorted(node[key]) for key in sorted(node)}
        if isinstance(node.get("properties"), dict) and node.get("type") == "object":
            required = set(node.get("required", ())) if isinstance(node.get("required"), list) else set()
            order = sorted(node["properties"], key=lambda wire: (wire != "id", wire not in required, wire))
            new["properties"] = {wire: new["properties"][wire] for wire in order}
            if required:
                new["required"] = [wire for wire in order if wire in required]
        return new
    return [_sorted(item) for item in node] if isinstance(node, list) else node
