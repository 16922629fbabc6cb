"""What `allOf` makes of two schemas: one that says what both say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from attrs import frozen

from ..spec.openapi import join
from ._parts import DOCS, OF_USE, PREFIX, is_null, is_shape, ref_name, shape_keys
from ._walk import Notes, Schema, note

_USE: Final = frozenset({"type", "format", "items", "additionalProperties", "$ref", "oneOf"})
"""Keywords of what needs no class of its own and can be a member of a union where it stands."""


@frozen
class Merger:
    """Merges schemas.

    `descends(child, parent)` tells whether one component's `allOf` includes the other; `combine(parent, child)`
    names a component that is both, if there can be one.
    """

    notes: Notes
    content: Callable[[str], Schema]
    descends: Callable[[str, str], bool]
    combine: Callable[[str, str], str | None]

    def merge(self, pointer: str, parent: Schema, child: Schema) -> Schema:
        """Both in one; where they say different things the child wins, with a note."""
        left, right = shape_keys(parent), shape_keys(child)
        if not left or not right:
            return self._layered(parent, child)
        if is_object(parent) and is_object(child):
            return self._objects(pointer, parent, child)
        if parent.get("type") == child.get("type") == "array":
            items = self.use(join(pointer, "items"), parent.get("items", {}), child.get("items", {}))
            return {**self._layered(parent, child), "items": items}
        if narrower(child, parent):
            return self._layered(_docs(parent), child)
        if narrower(parent, child):
            return self._layered(_docs(child), parent)
        if (narrow := _with_null(parent, child) or _closer(parent, child)) is not None:
            return narrow
        if (left | right) <= _USE:
            return _either(parent, child)
        what = "members of allOf have different types; the last one is used"
        note(self.notes, "all-of-conflict", pointer, what)
        return self._layered(_docs(parent), child)

    def use(self, pointer: str, parent: Schema, child: Schema) -> Schema:
        """One property that two members of `allOf` define."""
        if _bare(parent) == _bare(child) or narrower(child, parent):
            return self._layered(_docs(parent), child)
        if narrower(parent, child):
            return {**parent, **_docs(child)}
        if self._overrides(parent, child):
            return self._layered(_docs(parent), child)
        if self._overrides(child, parent):
            return {**parent, **_docs(child)}
        if "$ref" not in parent and "$ref" not in child and parent.get("type") == child.get("type") == "array":
            items = self.use(join(pointer, "items"), parent.get("items", {}), child.get("items", {}))
            return {**self._layered(parent, child), "items": items}
        if (narrow := _with_null(parent, child) or _closer(parent, child)) is not None:
            return narrow
        if _same_scalars(self._target(parent), self._target(child)):
            return self._layered(_docs(parent), child)
        a, b = ref_name(parent), ref_name(child)
        both = self.combine(a, b) if a is not None and b is not None else None
        if both is not None:
            return {**_docs(parent), **_docs(child), "$ref": PREFIX + both}
        return _either(parent, child)

    def _overrides(self, parent: Schema, child: Schema) -> bool:
        """Whether a child's property is the parent's said more closely, references followed."""
        a, b = ref_name(parent), ref_name(child)
        if a is not None and b is not None and self.descends(b, a):
            return True
        wide, narrow = self._target(parent), self._target(child)
        if narrower(narrow, wide):
            return True
        if a is not None and b is not None:
            return _covers(wide, narrow)
        return is_object(narrow) and wide.get("type") == "object" and not wide.get("properties")

    def _target(self, schema: Schema) -> Schema:
        name = ref_name(schema)
        return schema if name is None else self.content(name)

    def _objects(self, pointer: str, parent: Schema, child: Schema) -> Schema:
        merged = self._layered(parent, child)
        properties = dict(parent.get("properties", {}))
        for name, value in child.get("properties", {}).items():
            at = join(pointer, "properties", name)
            properties[name] = self.use(at, properties[name], value) if name in properties else value
        merged["type"] = "object"
        merged["properties"] = properties
        required = dict.fromkeys([*parent.get("required", []), *child.get("required", [])])
        if required:
            merged["required"] = list(required)
        rest = [schema["additionalProperties"] for schema in (parent, child) if "additionalProperties" in schema]
        merged.pop("additionalProperties", None)
        typed = [value for value in rest if isinstance(value, dict) and value]
        if typed:
            merged["additionalProperties"] = typed[-1]
        elif len(rest) == 2 and rest == [False, False]:
            merged["additionalProperties"] = False
        return merged

    @staticmethod
    def _layered(parent: Schema, child: Schema) -> Schema:
        return {**parent, **child}


def is_object(schema: Schema) -> bool:
    """Whether a schema is one of objects, which it may also say by what it says of their properties."""
    if "additionalProperties" in schema and "type" not in schema:
        return True
    return schema.get("type") == "object" or "properties" in schema or only_required(schema)


def only_required(schema: Schema) -> bool:
    """A member that only makes properties required, of whatever object it is composed with."""
    return shape_keys(schema) == {"required"}


def narrower(narrow: Schema, wide: Schema) -> bool:
    """Whether each value of one schema is one of the other, as far as their types tell."""
    if not shape_keys(wide):
        return True
    if "$ref" in narrow or "$ref" in wide or "oneOf" in narrow or "oneOf" in wide:
        return False
    if "enum" in wide or "const" in wide:
        allowed = wide.get("enum", [wide.get("const")])
        return any(key in narrow for key in ("enum", "const")) and all(
            value in allowed for value in narrow.get("enum", [narrow.get("const")])
        )
    kinds = narrow.get("type"), wide.get("type")
    if kinds == ("integer", "number"):
        return True
    if kinds[0] != kinds[1] or kinds[0] is None or kinds[0] in ("object", "array"):
        return (
            kinds == ("object", "object")
            and shape_keys(wide) <= {"type", "additionalProperties"}
            and not isinstance(wide.get("additionalProperties"), dict)
        )
    return "format" not in wide or wide.get("format") == narrow.get("format") or "enum" in narrow or "const" in narrow


def _says_nothing_of(schema: Schema, other: Schema) -> bool:
    """Whether a schema without a type only narrows values of another type than the other's: it is true of all those."""
    if only_required(schema):
        return True
    keys, kind = shape_keys(schema), "string" if "enum" in other else other.get("type")
    if not keys or kind is None or "type" in schema:
        return False
    if keys <= {"required", "additionalProperties"}:
        return kind != "object"
    return (keys <= {"items"} and kind != "array") or (keys <= {"format"} and kind in ("object", "array", "boolean"))


def _closer(parent: Schema, child: Schema) -> Schema | None:
    """What two members say of a property where one of them is only a few words about the other."""
    for less, more in ((child, parent), (parent, child)):
        if _says_nothing_of(less, more) or ("$ref" in more and _is_vague_array(less)):
            return {**_docs(parent), **more, **_docs(child)}
        if shape_keys(less) == {"format"} and more.get("type") in ("string", "number", "integer"):
            return {**parent, **child}
    return None


def _is_vague_array(schema: Schema) -> bool:
    """A list of anything, as NestJS writes a property that each answer defines for itself."""
    return schema.get("type") == "array" and not shape_keys(schema.get("items", {}))


def _with_null(parent: Schema, child: Schema) -> Schema | None:
    """A property that is null in one member of `allOf` and a value in the other: the value, or null."""
    if is_null(parent) == is_null(child):
        return None
    return {**_docs(parent), **(parent if is_null(child) else child), **_docs(child), "x-nullable": True}


def _either(parent: Schema, child: Schema) -> Schema:
    """What is of two types at once is of one of them: nobody can tell which."""
    return {**_docs(parent), **_docs(child), "oneOf": [*_members(child), *_members(parent)]}


def _members(schema: Schema) -> list[Schema]:
    """The members of a union, or the schema as one."""
    if "oneOf" in schema and set(schema) - OF_USE - DOCS == {"oneOf"}:
        return list(schema["oneOf"])
    return [{key: value for key, value in schema.items() if key not in OF_USE}]


def _same_scalars(parent: Schema, child: Schema) -> bool:
    """Whether both are texts, or both numbers of a kind: a child often has a constant its base does not list."""
    kind = parent.get("type")
    return kind == child.get("type") and kind in ("string", "integer", "number", "boolean")


def _covers(parent: Schema, child: Schema) -> bool:
    """Whether a child's object has all that the parent's has, as overriding a property usually means."""
    wanted = parent.get("properties")
    return bool(wanted) and is_object(child) and set(wanted or ()) <= set(child.get("properties", ()))


def _docs(schema: Schema) -> Schema:
    return {key: value for key, value in schema.items() if key in DOCS or key in OF_USE}


def _bare(schema: Schema) -> Schema:
    return {key: value for key, value in schema.items() if is_shape(key)}
