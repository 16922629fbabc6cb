from __future__ import annotations

from typing import Final

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import nodes
from ..values import REMOVED, Edit, Spec

_OBJECT: Final = ("properties", "required", "additionalProperties")


def properties_of_array(spec: Spec) -> Found:
    """Give the items of an array the properties that stand beside them.

    An array has none; who writes `{type: array, properties: ..}` forgot the level between them.
    """
    why = "An array has items; these have properties."
    for pointer, schema in nodes(spec, "schema"):
        if (
            not isinstance(schema, dict)
            or schema.get("type") not in ("array", ["array"])
            or not schema.get("properties")
        ):
            continue
        if schema.get("items") not in (None, {}, [], {"type": "object"}):
            continue
        moved = {name: schema[name] for name in _OBJECT if name in schema}
        yield Edit(join(pointer, "items"), {"type": "object", **moved}, why)
        for name in moved:
            yield Edit(join(pointer, name), REMOVED, why)
