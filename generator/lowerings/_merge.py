"""What `allOf` makes of two schemas: one that says what both say."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from ..spec.openapi import join
from ._parts import DOCS, OF_USE, PREFIX, is_shape, ref_name, shape_keys
from ._walk import Notes, Schema, note


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
        if only_required(parent) or only_required(child):
            return self._layered(_docs(parent), child) if only_required(parent) else self._layered(_docs(child), parent)
        note(
            self.notes,
            "all-of-conflict",
            pointer,
            "members of allOf have different types; the last one is used",
        )
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
        if _same_scalars(self._target(parent), self._target(child)):
            return self._layered(_docs(parent), child)
        a, b = ref_name(parent), ref_name(child)
        both = self.combine(a, b) if a is not None and b is not None else None
        if both is not None:
            return {**_docs(parent), **_docs(child), "$ref": PREFIX + both}
        note(
            self.notes,
            "all-of-conflict",
            pointer,
            "members of allOf define it differently; the last one is used",
        )
        return self._layered(_docs(parent), child)

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
