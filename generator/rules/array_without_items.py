from __future__ import annotations

from ..rule import Found
from ..spec.instances import types_of
from ..spec.openapi import join
from ..spec.walk import nodes
from ..values import Edit, Spec


def array_without_items(spec: Spec) -> Found:
    """Say that an array without `items` holds anything.

    OpenAPI 3.0 wants it said; ten public documents forget it.
    """
    for pointer, schema in nodes(spec, "schema"):
        if not isinstance(schema, dict) or "array" not in types_of(schema):
            continue
        if not {"items", "prefixItems", "unevaluatedItems", "$ref"} & schema.keys():
            yield Edit(join(pointer, "items"), {}, "It does not say what the array holds.")
