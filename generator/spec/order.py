"""One order of keys for one content, so that nothing made from a spec depends on the order upstream chose.

Vendors reindent and reorder their files between two publications; parameters of a generated method and
members of a class must not move when they do.
"""

from __future__ import annotations

from typing import Any, Final

from .openapi import METHODS
from .unify import NAMED

KEYWORDS: Final = (
    "openapi", "$ref", "name", "in", "title", "summary", "info", "jsonSchemaDialect", "servers", "security",
    "tags", "url", "operationId", "description", "type", "format", "enum", "const", "nullable", "required",
    "parameters", "requestBody", "content", "schema", "properties", "items", "responses", *METHODS, "paths",
    "webhooks", "components", "default", "example", "examples", "deprecated",
)  # fmt: skip

RANK: Final = {key: rank for rank, key in enumerate(KEYWORDS)}
LAST: Final = len(KEYWORDS)


def in_order(node: Any, named: bool = False) -> Any:
    """`node` with its keys in one order: keywords as a reader expects them, chosen names by alphabet.

    `required` of a schema is a set, so it is sorted too; every other list keeps its order.
    """
    if isinstance(node, dict):
        keys = sorted(node, key=str) if named else sorted(node, key=_rank)
        return {key: _below(node[key], str(key), named) for key in keys}
    if isinstance(node, list):
        return [in_order(item) for item in node]
    return node


def _rank(key: Any) -> tuple[int, str]:
    return RANK.get(key, LAST), str(key)


def _below(value: Any, key: str, named: bool) -> Any:
    if named:
        return in_order(value)
    if key == "required" and isinstance(value, list) and all(isinstance(name, str) for name in value):
        return sorted(value)
    return in_order(value, key in NAMED or key in ("example", "default", "const"))
