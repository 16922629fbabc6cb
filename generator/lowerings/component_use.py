"""Components that are no class are written out where they are used; what belongs to a use is said there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from attrs import define, field

from ..spec.circles import circles_first
from ..spec.openapi import join
from ..spec.schemas import schema_roots, subschemas
from ..values import Spec
from ._parts import OF_USE, is_shape, ref_name
from ._unions import finished_union
from ._walk import Notes, Schema, at_component, components, replace, rewrite, with_components

CLASS: Final = ("type", "properties", "required", "additionalProperties")
LARGEST: Final = 24
"""Nodes of a component that is still written out at each use. A union of 40 reads better under its name,
and lists of unions of lists would double with each level."""


def component_use(spec: Spec, notes: Notes) -> Spec:
    """Write out primitives, arrays, maps and unions at their uses; keep what recurs or discriminates as alias.

    Only objects and enums are classes. `nullable`, `default`, `deprecated`, `readOnly` and `writeOnly` of a
    component are said at each use instead, so that it is all one whether upstream writes a schema inline.
    """
    uses = _Uses(components(spec), _discriminated(spec))
    finished = uses.finish()
    spec = with_components(spec, {})
    changes = {root.pointer: uses.use(root.pointer, root.schema) for root in schema_roots(spec)}
    return with_components(replace(spec, changes), finished)


def _discriminated(spec: Spec) -> set[str]:
    """The members of unions with a discriminator: their objects are classes even without properties."""
    found: set[str] = set()
    for root in schema_roots(spec):
        for at in subschemas(root.pointer, root.schema):
            if isinstance(at.schema, dict) and "discriminator" in at.schema:
                found.update(name for member in at.schema.get("oneOf", ()) if (name := ref_name(member)) is not None)
    return found


@define
class _Uses:
    before: dict[str, Any]
    discriminated: set[str]
    aliases: set[str] = field(factory=set)
    after: dict[str, Schema] = field(factory=dict)
    said: dict[str, Schema] = field(factory=dict)

    def finish(self) -> dict[str, Schema]:
        """The classes and aliases of the document in their last form."""
        classes = {name for name in self.before if self._is_class(name)}
        others = {name: sorted(self._others(name, classes)) for name in self.before if name not in classes}
        for name in classes:
            self.after[name] = self.before[name]
            self.said[name] = _of_use(self.before[name])
        for group, recurs in circles_first(others):
            if recurs:
                self.aliases.update(group)
            for name in group:
                self._other(name)
        for name in sorted(classes):
            self.after[name] = self._class(name)
        for name in sorted(self.aliases):
            self.after[name] = {"x-alias": True, **_definition(self.after[name])}
        return {name: self.after[name] for name in self.before if name in classes or name in self.aliases}

    def use(self, pointer: str, schema: Schema) -> Schema:
        """A schema in its last form for the place where it stands."""
        return rewrite(pointer, schema, self._use)

    def _is_class(self, name: str) -> bool:
        schema = self.before[name]
        if "enum" in schema:
            return True
        if schema.get("type") != "object" or "oneOf" in schema:
            return False
        named = name in self.discriminated or ("properties" in schema and not schema.get("additionalProperties"))
        return bool(schema.get("properties")) or named

    def _stays(self, name: str) -> bool:
        return name in self.aliases or self._is_class(name)

    def _others(self, name: str, classes: set[str]) -> Iterator[str]:
        for at in subschemas("", self.before[name]):
            target = ref_name(at.schema)
            if target is not None and target in self.before and target not in classes:
                yield target

    def _other(self, name: str) -> None:
        use = self.use(at_component(name), self.before[name])
        self.after[name] = use
        self.said[name] = _of_use(use)
        size = sum(1 for _ in subschemas("", use))
        if "discriminator" in use or (size > LARGEST and "$ref" not in use):
            self.aliases.add(name)

    def _class(self, name: str) -> Schema:
        schema = _definition(self.before[name])
        if "enum" in schema:
            return {key: value for key, value in schema.items() if key in ("type", "enum") or not is_shape(key)}
        pointer = at_component(name)
        properties = {
            wire: self.use(join(pointer, "properties", wire), use) for wire, use in schema.get("properties", {}).items()
        }
        new = {**schema, "type": "object", "properties": properties}
        new["required"] = [wire for wire in dict.fromkeys(schema.get("required", ())) if wire in properties]
        rest = schema.get("additionalProperties", True)
        new["additionalProperties"] = self.use(pointer, rest) if isinstance(rest, dict) and rest else rest is not False
        return {key: value for key, value in new.items() if key in CLASS or not is_shape(key)}

    def _use(self, pointer: str, schema: Schema) -> Schema:
        if (name := ref_name(schema)) is not None:
            return self._reference(name, schema)
        if "oneOf" in schema:
            return finished_union(schema, self.after, self._stays)
        said = {key: value for key, value in schema.items() if not is_shape(key)}
        return {key: value for key, value in {**_plain(schema), **said}.items() if key != "x-nullable" or value}

    def _reference(self, name: str, schema: Schema) -> Schema:
        own = {key: value for key, value in schema.items() if key != "$ref"}
        if self._stays(name):
            said = self.said[name] if name in self.said else _of_use(self.before[name])
            new = {"$ref": schema["$ref"], **said, **own}
        else:
            new = {key: value for key, value in {**self.after[name], **own}.items() if key != "x-origin"}
        return {key: value for key, value in new.items() if key != "x-nullable" or value is True}


def _plain(schema: Schema) -> Schema:
    """The keywords of the dialect for a value that is no reference and no union; none for anything."""
    kind = schema.get("type")
    if "const" in schema:
        null = schema["const"] is None
        return {"x-nullable": True, "x-null": True} if null else {"type": kind, "const": schema["const"]}
    if kind == "array":
        return {"type": "array", "items": schema.get("items", {})}
    if kind == "object":
        return {"type": "object", "additionalProperties": schema.get("additionalProperties") or True}
    if not isinstance(kind, str):
        return {}
    return {"type": kind, "format": schema["format"]} if "format" in schema else {"type": kind}


def _of_use(schema: Schema) -> Schema:
    """What a component says that belongs to its uses."""
    return {key: value for key, value in schema.items() if key in OF_USE}


def _definition(schema: Schema) -> Schema:
    """A class or alias without what belongs to its uses."""
    return {key: value for key, value in schema.items() if key not in OF_USE and key != "x-origin"}
