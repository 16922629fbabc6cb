from __future__ import annotations

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import schemas_with
from ..values import REMOVED, Edit, Spec


def enum_empty(spec: Spec) -> Found:
    """Drop an enum without values, by which nothing at all would be valid.

    One document of 242 operations was refused for `enum: []`.
    """
    for pointer, schema in schemas_with(spec, "enum"):
        if schema["enum"] == []:
            yield Edit(join(pointer, "enum"), REMOVED, "An enum without values allows nothing.")
