"""Which schemas say the same: shapes, numbered, with docs, null and the order of keys left out.

A reference is what it leads to, so a schema has one shape inline and in a component. A component that
contains itself counts by its name.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from attrs import define, field, frozen

from ..spec.circles import circles_first
from ..spec.openapi import SCHEMA_KEYS, SCHEMA_LISTS, SCHEMA_MAPS, escape, schema_roots, subschemas, unescape
from ..values import Spec
from .use_path import wrapper

PREFIX: Final = "#/components/schemas/"
SAID_AT_USE: Final = ("default", "deprecated", "readOnly", "writeOnly")
DOCS: Final = ("title", "description", "example", "examples", "externalDocs", "xml", "$comment")
_SET: Final = ("required", "oneOf", "anyOf", "allOf")


@frozen
class Shape:
    """`core` is equal for schemas that say the same of a value that is not null."""

    core: int
    null: bool
    use: tuple[tuple[str, str], ...] = ()


@define
class Shapes:
    """The shapes of a document, by pointer; `components` has those of component schemas by name."""

    at: dict[str, Shape] = field(factory=dict)
    components: dict[str, Shape] = field(factory=dict)
    recursive: set[str] = field(factory=set)
    _numbers: dict[Any, int] = field(factory=dict)

    @classmethod
    def of(cls, spec: Spec) -> Shapes:
        """The shapes of all schemas of the document. Linear in its size."""
        shapes = cls()
        roots = list(schema_roots(spec))
        own = {root.pointer: root for root in roots if root.pointer.startswith("/components/schemas/")}
        by_name = {_component(pointer): root for pointer, root in own.items()}
        edges = {name: sorted(_targets(root.schema) & by_name.keys()) for name, root in by_name.items()}
        for group, recurs in circles_first(edges):
            if recurs:
                shapes.recursive.update(group)
            for name in group:
                root = by_name[name]
                shapes.components[name] = shapes._add(root.pointer, root.schema)
        for root in roots:
            if root.pointer not in own:
                shapes._add(root.pointer, root.schema)
        return shapes

    def _add(self, pointer: str, schema: Any) -> Shape:
        for at in reversed(list(subschemas(pointer, schema))):
            self.at[at.pointer] = self._shape(at.pointer, at.schema)
        return self.at.get(pointer) or Shape(self._number("?"), False)

    def _number(self, key: Any) -> int:
        return self._numbers.setdefault(key, len(self._numbers))

    def _shape(self, pointer: str, schema: Any) -> Shape:
        if isinstance(schema, bool):
            return Shape(self._number(schema), False)
        null = says_null(schema)
        use = tuple((key, _text(schema[key])) for key in SAID_AT_USE if key in schema)
        if (name := component_of(schema)) is not None:
            target = self.components.get(name)
            if target is None or name in self.recursive:
                return Shape(self._number(("component", name)), null or bool(target and target.null), use)
            return Shape(target.core, target.null or null, use or target.use)
        if (wrapped := wrapper(schema)) is not None:
            key, index = wrapped
            inner = self.at[f"{pointer}/{key}/{index}"]
            return Shape(inner.core, inner.null or null or (len(schema[key]) > 1 and key != "allOf"), use or inner.use)
        return Shape(self._number(tuple(self._core(pointer, schema))), null, use)

    def _core(self, pointer: str, schema: Mapping[str, Any]) -> list[Any]:
        parts: list[Any] = []
        for key in sorted(schema):
            value = schema[key]
            if key in DOCS or key in SAID_AT_USE or key == "nullable" or (key[:2] == "x-" and key != "x-enum-varnames"):
                continue
            below = f"{pointer}/{escape(key)}"
            if key in SCHEMA_MAPS and isinstance(value, dict):
                parts.append((key, tuple((name, self._child(f"{below}/{escape(name)}")) for name in sorted(value))))
            elif key in SCHEMA_LISTS and isinstance(value, list):
                members = [self._child(f"{below}/{index}") for index in range(len(value))]
                parts.append((key, tuple(sorted(members, key=repr) if key in _SET else members)))
            elif key in SCHEMA_KEYS and isinstance(value, dict):
                parts.append((key, self._child(below)))
            elif key == "type" and isinstance(value, list):
                kinds = sorted(str(kind) for kind in value if kind != "null")
                parts.append((key, _text(kinds[0] if len(kinds) == 1 else kinds)))
            elif key in ("enum", "required") and isinstance(value, list):
                parts.append((key, tuple(sorted(_text(item) for item in value if item is not None))))
            else:
                parts.append((key, _text(value)))
        return parts

    def _child(self, pointer: str) -> Shape | None:
        return self.at.get(pointer)


def says_null(schema: Mapping[str, Any]) -> bool:
    """Whether a schema itself allows null: an enum of several types has no other place to say it than its values."""
    kinds, values = schema.get("type"), schema.get("enum")
    return (
        schema.get("nullable") is True
        or (isinstance(kinds, list) and "null" in kinds)
        or (kinds is None and isinstance(values, list) and None in values)
    )


def component_of(schema: Any) -> str | None:
    """The component that a schema refers to; None for one that is not just a reference to a component."""
    ref = schema.get("$ref") if isinstance(schema, dict) else None
    if isinstance(ref, str) and ref.startswith(PREFIX) and "/" not in ref[len(PREFIX) :]:
        return unescape(ref[len(PREFIX) :])
    return None


def reference(name: str) -> str:
    return PREFIX + escape(name)


def _component(pointer: str) -> str:
    return unescape(pointer.split("/")[3])


def _targets(schema: Any) -> set[str]:
    return {name for at in subschemas("", schema) if (name := component_of(at.schema)) is not None}


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True, default=str)
