"""Changing schemas and documents by making new ones that share all that stays the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from ..values import Spec
from .openapi import split
from .schemas import children, subschemas

Schema: TypeAlias = dict[str, Any]


def rewrite(pointer: str, schema: Schema, function: Callable[[str, Schema], Schema]) -> Schema:
    """One schema with the function applied to each schema in it, the innermost first."""
    results: dict[str, Any] = {}
    for at in reversed(list(subschemas(pointer, schema))):
        if isinstance(at.schema, dict):
            results[at.pointer] = function(at.pointer, with_children(at.pointer, at.schema, results))
    rewritten: Schema = results[pointer]
    return rewritten


def with_children(pointer: str, schema: Schema, results: Mapping[str, Any]) -> Schema:
    """The schema with those of its direct children replaced that have a result."""
    changed = {at: results[at] for at, child in children(pointer, schema) if at in results and results[at] is not child}
    if not changed:
        return schema
    new = dict(schema)
    owned: set[str] = set()
    for at, value in changed.items():
        key, *rest = split(at[len(pointer) :])
        if not rest:
            new[key] = value
            continue
        if key not in owned:
            owned.add(key)
            new[key] = dict(schema[key]) if isinstance(schema[key], dict) else list(schema[key])
        holder = new[key]
        holder[rest[0] if isinstance(holder, dict) else int(rest[0])] = value
    return new


def replace(spec: Spec, changes: Mapping[str, Any]) -> Spec:
    """The document with other values at some pointers; all that is not on the way there is shared."""
    if not changes:
        return spec
    copies: dict[str, Any] = {"": dict(spec)}

    def own(pointer: str) -> Any:
        missing: list[str] = []
        while pointer not in copies:
            missing.append(pointer)
            pointer = pointer.rpartition("/")[0]
        holder = copies[pointer]
        for at in reversed(missing):
            key: Any = split(at)[-1]
            key = int(key) if isinstance(holder, list) else key
            child = holder.get(key, {}) if isinstance(holder, dict) else holder[key]
            holder[key] = child = dict(child) if isinstance(child, dict) else list(child)
            copies[at] = holder = child
        return holder

    for pointer, value in changes.items():
        parent, _, _ = pointer.rpartition("/")
        holder = own(parent)
        token = split(pointer)[-1]
        holder[int(token) if isinstance(holder, list) else token] = value
        copies.pop(pointer, None)
    result: Spec = copies[""]
    return result
