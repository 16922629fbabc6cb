from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..naming.names import is_named_kind
from ..naming.shapes import Shapes, component_of, reference, says_null
from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import is_3_0, nodes
from ..values import Edit, Spec


def null_of_shared_component(spec: Spec, names: Mapping[str, str]) -> Found:
    """Say null where a component is used, once a place that allows no null says the same inline.

    A `cost` that may be null, written out somewhere without `nullable`, is still a Cost, which can then no
    longer be the one to say null for all.
    """
    schemas = spec.get("components", {}).get("schemas", {})
    nullable = {name for name, schema in schemas.items() if is_named_kind(schema) and says_null(schema)}
    if not nullable:
        return
    shapes = Shapes.of(spec)
    inline = {
        shape.core
        for pointer, schema in nodes(spec, "schema")
        if is_named_kind(schema)
        and not says_null(schema)
        and not _is_component(pointer)
        and (shape := shapes.at(schema))
    }
    shared = {name for name in nullable if shapes.components[name].core in inline}
    if not shared:
        return
    why = "Not every place that has this shape allows null."
    for name in sorted(shared):
        yield Edit(join("/components/schemas", name), not_null(schemas[name]), why)
    for pointer, schema in nodes(spec, "schema"):
        name = component_of(schema)
        if name in shared and name is not None:
            yield Edit(pointer, or_null(spec, schema, schemas[name]), why)


def _is_component(pointer: str) -> bool:
    return pointer.startswith("/components/schemas/") and pointer.count("/") == 3


def not_null(schema: Mapping[str, Any]) -> dict[str, Any]:
    """A schema that allows no null any more."""
    new = {key: value for key, value in schema.items() if key != "nullable" or value is not True}
    if isinstance(kinds := new.get("type"), list) and "null" in kinds:
        kept = [kind for kind in kinds if kind != "null"]
        new["type"] = kept[0] if len(kept) == 1 else kept
    if isinstance(values := new.get("enum"), list) and None in values:
        new["enum"] = [value for value in values if value is not None]
    return new


def or_null(spec: Spec, use: Mapping[str, Any], target: Mapping[str, Any]) -> dict[str, Any]:
    """A reference that allows null too, as the version of the document says it."""
    extra = {key: value for key, value in use.items() if key != "$ref"}
    name = component_of(use) or ""
    ref = {"$ref": reference(name)}
    if not is_3_0(spec):
        return {"anyOf": [ref, {"type": "null"}], **extra}
    kind = {"type": target["type"]} if isinstance(target.get("type"), str) else {}
    return {"allOf": [ref], "nullable": True, **kind, **extra}
