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
from ..spec.openapi import SCHEMA_KEYS, SCHEMA_LISTS, SCHEMA_MAPS, escape, unescape
from ..spec.schemas import schema_roots
from ..values import Spec
from .use_path import wrapper

PREFIX: Final = "#/components/schemas/"
SAID_AT_USE: Final = ("default", "deprecated", "readOnly", "writeOnly")
DOCS: Final = ("title", "description", "example", "examples", "externalDocs", "xml", "$comment")
_SET: Final = ("required", "oneOf", "anyOf", "allOf")
_SCHEMA: Final = (dict, bool)


@frozen
class Shape:
    """`core` is equal for schemas that say the same of a value that is not null."""

    core: int
    null: bool
    use: tuple[tuple[str, str], ...] = ()


@define
class Shapes:
    """The shapes of a document: of every schema by its identity, and of component schemas by name.

    By identity and not by pointer: one object has one shape, wherever it stands, and the pointers of a large
    document weigh more than its schemas.
    """

    components: dict[str, Shape] = field(factory=dict)
    recursive: set[str] = field(factory=set)
    _at: dict[int, Shape] = field(factory=dict)
    _numbers: dict[Any, int] = field(factory=dict)
    _spec: Spec = field(factory=dict)
    """Held, never read: an identity is that of a schema only as long as the schema lives."""

    @classmethod
    def of(cls, spec: Spec) -> Shapes:
        """The shapes of all schemas of the document. Linear in its size."""
        shapes = cls(spec=spec)
        roots = list(schema_roots(spec))
        own = [root for root in roots if root.pointer.startswith("/components/schemas/")]
        by_name = {_component(root.pointer): _inside(root.schema) for root in own}
        edges = {name: sorted(_targets(inside) & by_name.keys()) for name, inside in by_name.items()}
        for group, recurs in circles_first(edges):
            if recurs:
                shapes.recursive.update(group)
            for name in group:
                shapes.components[name] = shapes._add(by_name[name])
        for root in roots[len(own) :]:  # components come first
            shapes._add(_inside(root.schema))
        return shapes

    def at(self, schema: Any) -> Shape | None:
        """The shape of a schema of the document; None for what stands where no schema is looked for."""
        return self._at.get(id(schema))

    def _add(self, inside: list[Any]) -> Shape:
        """Take in a schema, given with all below it, itself first."""
        for schema in reversed(inside):
            self._at[id(schema)] = self._shape(schema)
        return self._at[id(inside[0])] if inside else Shape(self._number("?"), False)

    def _number(self, key: Any) -> int:
        return self._numbers.setdefault(key, len(self._numbers))

    def _shape(self, schema: Any) -> Shape:
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
            inner = self._at[id(schema[key][index])]
            return Shape(inner.core, inner.null or null or (len(schema[key]) > 1 and key != "allOf"), use or inner.use)
        return Shape(self._number(tuple(self._core(schema))), null, use)

    def _core(self, schema: Mapping[str, Any]) -> list[Any]:
        parts: list[Any] = []
        for key in sorted(schema):
            value = schema[key]
            if key in DOCS or key in SAID_AT_USE or key == "nullable" or (key[:2] == "x-" and key != "x-enum-varnames"):
                continue
            if key in SCHEMA_MAPS and isinstance(value, dict):
                parts.append((key, tuple((name, self._at.get(id(value[name]))) for name in sorted(value))))
            elif key in SCHEMA_LISTS and isinstance(value, list):
                members = [self._at.get(id(member)) for member in value]
                parts.append((key, tuple(sorted(members, key=repr) if key in _SET else members)))
            elif key in SCHEMA_KEYS and isinstance(value, dict):
                parts.append((key, self._at.get(id(value))))
            elif key == "type" and isinstance(value, list):
                kinds = sorted(str(kind) for kind in value if kind != "null")
                parts.append((key, _text(kinds[0] if len(kinds) == 1 else kinds)))
            elif key in ("enum", "required") and isinstance(value, list):
                parts.append((key, tuple(sorted(_text(item) for item in value if item is not None))))
            else:
                parts.append((key, _text(value)))
        return parts


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
    """The `$ref` to a component schema."""
    return PREFIX + escape(name)


def _component(pointer: str) -> str:
    return unescape(pointer.split("/")[3])


def _targets(inside: list[Any]) -> set[str]:
    return {name for schema in inside if (name := component_of(schema)) is not None}


def _inside(schema: Any) -> list[Any]:
    """A schema and all below it, each before its own, as `subschemas` without the pointers."""
    found: list[Any] = []
    stack = [schema]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            found.append(node)
            for key, value in node.items():
                if key in SCHEMA_KEYS and isinstance(value, _SCHEMA):
                    stack.append(value)
                elif isinstance(value, list) and (key in SCHEMA_LISTS or key == "items"):
                    stack.extend(value)
                elif key in SCHEMA_MAPS and isinstance(value, dict):
                    stack.extend(value.values())
        elif isinstance(node, bool):
            found.append(node)
    return found


def _text(value: Any) -> str:
    # no JSON but that of a text begins with a quote, so that nothing else gives the same
    return '"' + value if isinstance(value, str) else json.dumps(value, sort_keys=True, default=str)
