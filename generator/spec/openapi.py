"""Reading an OpenAPI document: JSON Pointers, references, and walks over schemas and operations.

A walk follows the grammar of OpenAPI, not every dict: a property may be called `type`, an example may
contain `enum`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from attrs import frozen

from ..values import Spec

NAMED_MAPS: Final = (
    "schemas", "paths", "webhooks", "responses", "parameters", "requestBodies", "headers", "pathItems", "callbacks",
    "links", "mediaTypes", "content", "encoding",
)  # fmt: skip
"""Keywords of OpenAPI whose value maps chosen names, such as `default`, to objects."""

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")

OTHER_METHODS: Final = "additionalOperations"
"""The field of a path item that maps further methods (`COPY`) to operations, since 3.2."""

_OTHER_METHOD: Final = re.compile(r"[A-Z][A-Z0-9_-]{0,40}")

SCHEMA_KEYS: Final = (
    "items", "additionalProperties", "not", "contains", "propertyNames", "if", "then", "else",
    "unevaluatedItems", "unevaluatedProperties", "additionalItems", "contentSchema",
)  # fmt: skip
"""Keywords whose value is a schema."""

SCHEMA_LISTS: Final = ("allOf", "anyOf", "oneOf", "prefixItems")
"""Keywords whose value is a list of schemas."""

SCHEMA_MAPS: Final = ("properties", "patternProperties", "dependentSchemas", "$defs", "definitions")
"""Keywords whose value maps names to schemas."""


def escape(token: str) -> str:
    """One reference token of a JSON Pointer (RFC 6901)."""
    return token.replace("~", "~0").replace("/", "~1") if "/" in token or "~" in token else token


def unescape(token: str) -> str:
    """What a reference token stands for: `~1` first, or `~01` would become a slash."""
    return token.replace("~1", "/").replace("~0", "~")


def join(pointer: str, *tokens: str | int) -> str:
    """`pointer` with each token appended, escaped."""
    for token in tokens:
        pointer += "/" + escape(str(token))
    return pointer


def split(pointer: str) -> list[str]:
    """The unescaped tokens of a pointer; the root is the empty list."""
    return [unescape(token) for token in pointer.split("/")[1:]]


def step(node: Any, token: str) -> Any:
    """The child of a node. Raises KeyError where there is none."""
    if isinstance(node, dict):
        return node[token]
    # no list has an index of more digits, and Python refuses to read one of thousands
    if isinstance(node, list) and re.fullmatch("[0-9]{1,9}", token) and int(token) < len(node):
        return node[int(token)]
    raise KeyError(token)


def get(spec: Any, pointer: str) -> Any:
    """The node at a pointer. Raises KeyError where there is none."""
    node = spec
    for token in split(pointer):
        node = step(node, token)
    return node


def leads(spec: Any, ref: str) -> bool:
    """Whether a reference is one into the document, `#` or `#/...`, and something stands there."""
    if ref != "#" and not ref.startswith("#/"):
        return False
    try:
        get(spec, ref[1:])
    except KeyError:
        return False
    return True


def resolve(spec: Spec, node: Any) -> Any:
    """`node`, or what its chain of local `$ref`s leads to. Raises KeyError for one that dangles or loops."""
    seen: set[str] = set()
    while isinstance(node, dict) and isinstance(ref := node.get("$ref"), str):
        if not ref.startswith("#") or ref in seen:
            raise KeyError(ref)
        seen.add(ref)
        node = get(spec, ref[1:])
    return node


def methods(item: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(pointer below the item, method, operation) of a path item, those of `additionalOperations` last.

    A method that has a field of its own is none of those, and neither is what HTTP would not call a method.
    """
    for method, operation in item.items():
        if method in METHODS and isinstance(operation, dict):
            yield "/" + method, method, operation
    others = item.get(OTHER_METHODS)
    for name, operation in sorted(others.items()) if isinstance(others, dict) else ():
        if is_other_method(name) and isinstance(operation, dict):
            yield join("", OTHER_METHODS, name), name, operation


def is_other_method(name: str) -> bool:
    """Whether `additionalOperations` may have this key: a method, in capitals, that has no field of its own."""
    return _OTHER_METHOD.fullmatch(name) is not None and name.lower() not in METHODS


@frozen
class OperationAt:
    """An operation: `key` is `GET /path`, `item` the path item that holds it."""

    pointer: str
    method: str
    path: str
    operation: dict[str, Any]
    item: dict[str, Any]

    @property
    def key(self) -> str:
        """`GET /path`, as provider.yaml and notes name it."""
        return f"{self.method.upper()} {self.path}"


def operations(spec: Spec) -> Iterator[OperationAt]:
    """Every operation below `paths`, in document order; path items that are references are resolved."""
    for path, item in mapping(spec, "paths").items():
        try:
            item = resolve(spec, item)
        except KeyError:
            continue
        if not isinstance(item, dict):
            continue
        for below, method, operation in methods(item):
            yield OperationAt(join("/paths", path) + below, method, path, operation, item)


def references(node: Any, pointer: str = "") -> Iterator[tuple[str, str]]:
    """Every (pointer of the node that holds it, `$ref` text), examples and defaults left out."""
    stack = [(pointer, node, False)]
    while stack:
        at, value, named = stack.pop()
        if isinstance(value, dict):
            ref = value.get("$ref")
            if isinstance(ref, str) and not named:
                yield at, ref
            below = [
                (join(at, key), child, not named and key in (*SCHEMA_MAPS, *NAMED_MAPS))
                for key, child in value.items()
                if named
                or (key not in ("example", "examples", "default", "enum", "const") and not key.startswith("x-"))
            ]
            stack.extend(reversed(below))
        elif isinstance(value, list):
            stack.extend(reversed([(join(at, index), child, False) for index, child in enumerate(value)]))


def components_of(spec: Spec, section: str) -> dict[str, Any]:
    """The components of a section (`schemas`) by name, whatever each is; none where there is no such section."""
    return mapping(mapping(spec, "components"), section)


def mapping(node: Any, key: str) -> dict[str, Any]:
    """A field that is a mapping; an empty one for anything else."""
    value = node.get(key) if isinstance(node, dict) else None
    return value if isinstance(value, dict) else {}
