"""One function over every operation of a document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..spec.openapi import OTHER_METHODS, join
from ..values import Spec


def each_operation(spec: Spec, function: Callable[[str, str, dict[str, Any]], dict[str, Any]]) -> Spec:
    """The document with `function(pointer, path, operation)` in place of each operation; items are resolved."""

    def changed(pointer: str, path: str, item: dict[str, Any]) -> dict[str, Any]:
        return {
            key: changed(join(pointer, key), path, value)
            if key == OTHER_METHODS
            else function(join(pointer, key), path, value)
            for key, value in item.items()
        }

    paths = {path: changed(join("/paths", path), path, item) for path, item in spec["paths"].items()}
    return {**spec, "paths": paths}
