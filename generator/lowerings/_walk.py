"""How lowerings reach the schemas of a document: one pass, children first, unchanged parts shared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from attrs import frozen

from ..spec.openapi import components_of, join, mapping
from ..spec.rewrite import Schema, replace, rewrite, with_children
from ..spec.schemas import schema_roots
from ..values import Note, Spec

Notes: TypeAlias = list[Note]
Lowering: TypeAlias = Callable[[Spec, Notes], Spec]
"""A pure function over the document; what it cannot carry over it adds to the notes."""


@frozen
class PerSchema:
    """A lowering of one schema at a time. Neighbours in `LOWERINGS` share one walk over the document.

    The function is given the pointer in the normalised document and a schema whose children are lowered
    already. It returns the same object where it has nothing to say, and never changes its argument.
    """

    function: Callable[[str, Schema, Notes], Schema]

    @property
    def __name__(self) -> str:
        """The name under which it is listed: the function has an underscore, since the lowering is called so."""
        return self.function.__name__.removeprefix("_")

    @property
    def __doc__(self) -> str | None:  # type: ignore[override]
        return self.function.__doc__

    def __call__(self, spec: Spec, notes: Notes) -> Spec:
        return map_schemas(spec, [self.function], notes)


def note(notes: Notes, code: str, where: str, what: str) -> None:
    """Name a loss of this stage: its code, the pointer of the node, and what became of it."""
    notes.append(Note(stage="lower", code=code, where=where, what=what))


def map_schemas(spec: Spec, steps: Iterable[Callable[[str, Schema, Notes], Schema]], notes: Notes) -> Spec:
    """The document with each schema passed through the steps; a boolean in place of a schema becomes `{}`."""
    functions = tuple(steps)

    def lowered(pointer: str, schema: Schema) -> Schema:
        for function in functions:
            schema = function(pointer, schema, notes)
        return schema

    changes: dict[str, Any] = {}
    for root in schema_roots(spec):
        new = rewrite(root.pointer, root.schema, lowered) if isinstance(root.schema, dict) else {}
        if new is not root.schema:
            changes[root.pointer] = new
    return replace(spec, changes)


def components(spec: Spec) -> dict[str, Any]:
    """`components/schemas`, or an empty map."""
    return components_of(spec, "schemas")


def with_components(spec: Spec, schemas: Mapping[str, Any]) -> Spec:
    """The document with these component schemas instead of its own."""
    return {**spec, "components": {**mapping(spec, "components"), "schemas": dict(schemas)}}


def at_component(name: str, *tokens: str | int) -> str:
    """The pointer of a component schema, or of a node below it."""
    return join("/components/schemas", name, *tokens)


__all__ = [
    "Lowering", "Notes", "PerSchema", "Schema", "at_component", "components", "map_schemas", "note", "replace", "rewrite",
    "with_children", "with_components",
]  # fmt: skip
