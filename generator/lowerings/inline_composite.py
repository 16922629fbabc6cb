"""Objects, enums and compositions that stand inline become components."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..naming.hints import child_hint, owner_hint
from ..naming.words import class_name, digest
from ..spec.schemas import children, schema_roots
from ..values import Spec
from ._parts import DOCS, OF_USE, PREFIX, shape_keys
from ._walk import Notes, Schema, components, replace, with_children, with_components


def inline_composite(spec: Spec, notes: Notes) -> Spec:
    """Give every inline object, enum and composition a component of its own, and a discriminated union in an answer.

    A normalised document has few left: parts of `allOf`, members of unions, what an earlier lowering made.
    An operation names the types of its answer, and has no place for the values of a discriminator. The name comes
    from where the schema stands, so that other schemas cannot change it.
    """
    named = dict(components(spec))
    taken = set(named)
    changes: dict[str, Any] = {}
    made: dict[str, Any] = {}
    for root in sorted(schema_roots(spec), key=lambda each: each.pointer):
        is_component = root.pointer.startswith("/components/schemas/")
        new = _hoisted(root.pointer, root.schema, owner_hint(spec, root.pointer), not is_component, taken, made)
        if new is not root.schema:
            changes[root.pointer] = new
    if not changes:
        return spec
    spec = replace(spec, changes)
    return with_components(spec, {**components(spec), **made}) if made else spec


def is_composite(schema: Mapping[str, Any]) -> bool:
    """Whether a schema needs a class: it has properties or enum values, or composes what may."""
    if schema.get("properties") or "enum" in schema or "allOf" in schema:
        return True
    return "oneOf" in schema and bool(shape_keys(dict(schema)) - {"oneOf", "discriminator", "type"})


def _hoisted(pointer: str, schema: Schema, hint: str, itself: bool, taken: set[str], made: dict[str, Any]) -> Schema:
    """The schema with its composites replaced by references; they are added to `made`."""
    plan: list[tuple[str, Schema, str | None]] = []
    stack: list[tuple[str, Schema, str, bool]] = [(pointer, schema, hint, itself)]
    in_answer = "/responses/" in pointer and not pointer.startswith("/components/schemas/")
    while stack:
        at, node, hint, may = stack.pop()
        named = is_composite(node) or (in_answer and "oneOf" in node and "discriminator" in node)
        name = _fresh(hint, at, taken) if may and named else None
        plan.append((at, node, name))
        stack.extend(sorted(_below(at, node, name or hint), key=lambda each: each[0], reverse=True))
    results: dict[str, Any] = {}
    for at, node, name in reversed(plan):
        new = with_children(at, node, results)
        if name is not None:
            made[name] = {"x-origin": at, **{key: value for key, value in new.items() if key not in OF_USE}}
            docs = {key: new[key] for key in new if key in OF_USE or (key in DOCS and key != "title")}
            new = {"$ref": PREFIX + name, **docs}
        results[at] = new
    final: Schema = results[pointer]
    return final


def _below(at: str, node: Schema, owner: str) -> Iterator[tuple[str, Schema, str, bool]]:
    """The children; a part of `allOf` goes into its owner, so only what it holds is named."""
    for pointer, child in children(at, node):
        if isinstance(child, dict):
            part = pointer[len(at) + 1 :].startswith("allOf/")
            hint = owner if part else child_hint(owner, pointer[len(at) :], child)
            yield pointer, child, hint, not part


def _fresh(hint: str, pointer: str, taken: set[str]) -> str:
    name = class_name(hint)
    if name in taken:
        name = class_name(f"{name}{digest(pointer).upper()}")
    taken.add(name)
    return name
