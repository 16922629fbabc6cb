"""`isinstance` for containers, told so that mypy and pyright agree on what is inside: anything."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
from typing import Any, TypeGuard


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Whether it is a list, as JSON arrays are parsed."""
    return isinstance(value, list)


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether it is a dict, as JSON objects are parsed."""
    return isinstance(value, dict)


def is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    """Whether it is any mapping that a caller may give."""
    return isinstance(value, Mapping)


def is_sequence(value: object) -> TypeGuard[list[Any] | tuple[Any, ...]]:
    """Whether it is a list or tuple."""
    return isinstance(value, (list, tuple))


def is_tuple(value: object) -> TypeGuard[tuple[Any, ...]]:
    """Whether it is a tuple, which callers give for files with a name."""
    return isinstance(value, tuple)


def is_set(value: object) -> TypeGuard[set[Any] | frozenset[Any]]:
    """Whether it is a set, which has no order of its own."""
    return isinstance(value, (set, frozenset))


def is_awaitable(value: object) -> TypeGuard[Awaitable[Any]]:
    """Whether it is something to await."""
    return isinstance(value, Awaitable)
