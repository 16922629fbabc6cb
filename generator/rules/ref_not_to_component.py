from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, Final

from ..naming.hints import child_hint, owner_hint
from ..naming.shapes import component_of, reference
from ..naming.use_path import find_use
from ..naming.words import class_name, digest
from ..rule import Found
from ..spec.openapi import get, join, resolve, split
from ..spec.schemas import children, subschemas
from ..spec.walk import schemas_with
from ..values import Edit, Spec

LARGEST: Final = 12
"""Schemas in what is still copied to where it is meant; larger ones become a component."""


def ref_not_to_component(spec: Spec, names: Mapping[str, str]) -> Found:
    """Let every reference to a schema lead to a component; copy what is too small to be one.

    References lead into `#/components/schemas/pet/properties/..` (1,976 of them in two documents of the
    census): most readers refuse them. A text or number is written out in the place of its
    reference, an object or enum becomes a component that both places refer to.
    """
    deep: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for pointer, schema in schemas_with(spec, "$ref"):
        ref = schema["$ref"]
        if isinstance(ref, str) and ref.startswith("#/") and component_of(schema) is None:
            deep.setdefault(ref, []).append((pointer, schema))
    pinned = _pinned(spec, names) if deep else {}
    taken = set(spec.get("components", {}).get("schemas", {})) if deep else set()
    for ref in _innermost(deep):
        yield from _mend(spec, ref, deep[ref], pinned, taken)


def _innermost(refs: Iterable[str]) -> Iterator[str]:
    """The references whose targets hold no other target, in order.

    One pass moves these alone: where an outer target moves first, references into it lead nowhere.
    """
    ordered = sorted(refs, key=lambda ref: split(ref))
    for ref, after in pairwise([*ordered, ""]):
        if not after.startswith(f"{ref}/"):
            yield ref


def _pinned(spec: Spec, names: Mapping[str, str]) -> dict[str, str]:
    found = {name: find_use(spec, use) for name, use in names.items()}
    return {at.pointer: name for name, at in found.items() if at is not None}


def _mend(
    spec: Spec, ref: str, uses: list[tuple[str, dict[str, Any]]], pinned: Mapping[str, str], taken: set[str]
) -> Found:
    try:
        target = resolve(spec, {"$ref": ref})
        direct = get(spec, ref[1:])
    except KeyError:
        return
    if not isinstance(target, dict) or not isinstance(direct, dict):
        return
    through = _component_behind(spec, direct)
    if through is not None:
        for pointer, _ in uses:
            yield Edit(join(pointer, "$ref"), reference(through), f"{ref} is that component.")
        return
    if "$ref" in direct:
        for pointer, _ in uses:
            yield Edit(join(pointer, "$ref"), direct["$ref"], f"{ref} is a reference itself.")
        return
    if _small(direct):
        why = f"{ref} is no component."
        for pointer, schema in uses:
            own = {key: value for key, value in schema.items() if key != "$ref"}
            yield Edit(pointer, {**direct, **own}, why)
        return
    name = pinned.get(ref[1:]) or class_name(_hint(spec, ref[1:]))
    if name in taken:
        name = class_name(f"{name} {digest(ref).upper()}")
    taken.add(name)
    if not isinstance(spec.get("components", {}).get("schemas"), dict):
        yield Edit("/components", {**spec.get("components", {}), "schemas": {}}, "A component needs a place.")
        return
    why = f"{ref} is referred to, but no component."
    yield Edit(join("/components/schemas", name), direct, why, source=ref[1:])
    yield Edit(ref[1:], {"$ref": reference(name)}, why)
    for pointer, _ in uses:
        yield Edit(join(pointer, "$ref"), reference(name), why)


def _component_behind(spec: Spec, node: dict[str, Any]) -> str | None:
    """The component that a node refers to, itself or as `allOf` of one, and nothing besides."""
    members = node.get("allOf")
    if isinstance(members, list) and len(members) == 1 and not set(node) - {"allOf", "description", "title", "type"}:
        return component_of(members[0])
    name = component_of(node)
    return name if name in spec.get("components", {}).get("schemas", {}) else None


def _small(schema: dict[str, Any]) -> bool:
    """Whether a schema is a value, a list or a map of values: no class, and nothing that refers to itself."""
    below = [at.schema for at in subschemas("", schema)]
    return len(below) <= LARGEST and not any(
        isinstance(node, dict)
        and (
            node.get("properties")
            or "enum" in node
            or "allOf" in node
            or ("$ref" in node and component_of(node) is None)
        )
        for node in below
    )


def _hint(spec: Spec, pointer: str) -> str:
    """What the schema at a pointer would be called: its component or operation, then each step to it."""
    tokens = split(pointer)
    size = (
        3
        if tokens[:2] == ["components", "schemas"]
        else next((index + 1 for index, token in enumerate(tokens) if token == "schema"), len(tokens))
    )
    at = join("", *tokens[:size])
    hint = owner_hint(spec, at)
    node: Any = spec
    for token in tokens[:size]:
        node = node[int(token)] if isinstance(node, list) else node[token]
    while at != pointer and isinstance(node, dict):
        for below, child in children(at, node):
            if pointer == below or pointer.startswith(below + "/"):
                hint = child_hint(hint, below[len(at) :], child if isinstance(child, dict) else {})
                at, node = below, child
                break
        else:
            break
    return hint
