"""A union whose members inherit from it: what they inherit is what stands beside the union."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ..naming.words import class_name, digest, pascal
from ..values import Spec
from ._parts import PREFIX, ref_name
from ._walk import Notes, Schema, components, with_components

_OF_UNION: Final = ("oneOf", "discriminator", "x-nullable")


def union_of_heirs(spec: Spec, notes: Notes) -> Spec:
    """Let members of a union that are made of it inherit the object beside it, not the union.

    `Shape: {properties: .., discriminator: .., oneOf: [Round, Flat]}` with `Round: {allOf: [Shape, ..]}` is a circle
    as it stands, and the commonest way to get polymorphism half right.
    """
    before = components(spec)
    after = dict(before)
    for name in sorted(before):
        members = [ref_name(member) for member in before[name].get("oneOf", ())]
        heirs = [heir for heir in _made_of(members, before) if name in set(_parents(before[heir]))]
        if not heirs:
            continue
        base = {key: value for key, value in before[name].items() if key not in _OF_UNION}
        shared = class_name(f"{pascal(name)}Base")
        shared = shared if shared not in after else class_name(f"{shared} {digest(name).upper()}")
        after[shared] = base
        for heir in heirs:
            after[heir] = _redirected(after[heir], name, shared)
    return with_components(spec, after) if after != before else spec


def _made_of(members: list[str | None], schemas: dict[str, Any]) -> list[str]:
    """These components and all that they inherit from."""
    found: dict[str, None] = {}
    stack = list(members)
    while stack:
        name = stack.pop()
        if name is not None and name in schemas and name not in found:
            found[name] = None
            stack.extend(_parents(schemas[name]))
    return list(found)


def _parents(schema: Schema) -> Iterator[str]:
    for part in schema.get("allOf", ()):
        if (name := ref_name(part)) is not None:
            yield name
        else:
            yield from _parents(part)


def _redirected(schema: Schema, old: str, new: str) -> Schema:
    """The schema with the new one among its parents."""
    parts = [
        {**part, "$ref": PREFIX + new} if ref_name(part) == old else _redirected(part, old, new)
        for part in schema.get("allOf", ())
    ]
    return {**schema, "allOf": parts} if parts else schema
