"""Components that no operation leads to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..spec.openapi import references, split
from ..values import Spec
from ._parts import PREFIX
from ._walk import Notes, at_component, components

SECTIONS = (
    "schemas",
    "parameters",
    "requestBodies",
    "responses",
    "headers",
    "pathItems",
    "examples",
    "links",
    "mediaTypes",
)


def unreachable_component(spec: Spec, notes: Notes) -> Spec:
    """Drop components that no operation leads to, and what was noted about them.

    Vendors repeat one block of components in each of their documents; a bundler that prunes it must not
    change the package. `x-keep` at the root names schemas to keep all the same, for webhook events.
    """
    section = spec.get("components")
    if not isinstance(section, dict):
        return spec
    reached = _reached(spec)
    kept = {
        key: {name: node for name, node in value.items() if (key, name) in reached}
        if key in SECTIONS and isinstance(value, dict)
        else value
        for key, value in section.items()
    }
    gone = {at_component(name) for name in components(spec) if ("schemas", name) not in reached}
    if gone:
        notes[:] = [note for note in notes if "/".join(note.where.split("/")[:4]) not in gone]
    return {**spec, "components": kept} if any(len(kept[k]) < len(section[k]) for k in SECTIONS if k in kept) else spec


def _reached(spec: Spec) -> set[tuple[str, str]]:
    section = spec["components"]
    keep = spec.get("x-keep")
    reached: set[tuple[str, str]] = set()
    stack = [("schemas", name) for name in keep] if isinstance(keep, list) else []
    stack += list(_targets({"paths": spec.get("paths")}))
    while stack:
        kind, name = stack.pop()
        holder = section.get(kind)
        if (kind, name) in reached or not isinstance(holder, dict) or name not in holder:
            continue
        reached.add((kind, name))
        stack.extend(_targets(holder[name]))
    return reached


def _targets(node: Any) -> Iterator[tuple[str, str]]:
    for _, ref in references(node):
        tokens = split(ref.removeprefix("#"))
        if ref.startswith("#/components/") and len(tokens) > 2:
            yield tokens[1], tokens[2]
    for target in _mapped(node):
        yield "schemas", split(target[1:])[2] if target.startswith(PREFIX) else target


def _mapped(node: Any) -> Iterator[str]:
    """The targets of discriminators in a node."""
    stack = [node]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            marks = value.get("discriminator")
            mapping = marks.get("mapping") if isinstance(marks, dict) else None
            if isinstance(mapping, dict):
                yield from (target for target in mapping.values() if isinstance(target, str))
            stack.extend(value.values())
        elif isinstance(value, list):
            stack.extend(value)
