"""One operationId for each operation."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from ..naming.hints import operation_hint, path_hint
from ..naming.words import digest, pascal, short, snake
from ..spec.openapi import methods, split
from ..values import Spec
from ._operations import each_operation
from ._walk import Notes


def operation_id(spec: Spec, notes: Notes) -> Spec:
    """Make operationIds that are unique as Python names: from method and path where missing, a number, or taken twice.

    834 operations of the census have none; two that differ only in case overwrite each other in the stock
    package. All of those that collide get their path, so that order does not decide.
    """
    given = {(path, method): _given(operation, method, path)
             for path, item in spec["paths"].items() for _, method, operation in methods(item)}  # fmt: skip
    for qualified in (lambda method, path, name: name + path_hint(path) + pascal(method), _marked):
        counts = Counter(snake(name) for name in given.values())
        given = {
            (path, method): name if counts[snake(name)] == 1 else qualified(method, path, name)
            for (path, method), name in given.items()
        }

    def lowered(pointer: str, path: str, operation: dict[str, Any]) -> dict[str, Any]:
        return {**operation, "operationId": given[path, split(pointer)[-1]]}

    return each_operation(spec, lowered)


def _given(operation: dict[str, Any], method: str, path: str) -> str:
    own = operation.get("operationId")
    if isinstance(own, str) and re.search("[^0-9_]", snake(own)):
        return short(own, own) if own.isprintable() and len(own) <= 80 else short(snake(own), own)
    name = operation_hint(method, path, None)
    return short(name[0].lower() + name[1:], name)


def _marked(method: str, path: str, name: str) -> str:
    return f"{name} {digest(f'{method} {path}')}"
