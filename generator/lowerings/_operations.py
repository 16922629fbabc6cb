"""One function over every operation of a document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..spec.openapi import join
from ..values import Spec


def each_operation(spec: Spec, function: Callable[[str, str, dict[str, Any]], dict[str, Any]]) -> Spec:
    """The document with `function(pointer, path, operation)` in place of each operation; items are resolved."""
    paths = {
        path: {method: function(join("/paths", path, method), path, operation) for method, operation in item.items()}
        for path, item in spec["paths"].items()
    }
    return {**spec, "paths": paths}
