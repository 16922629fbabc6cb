from __future__ import annotations

from typing import Any

from ..rule import Found
from ..spec.instances import as_type, is_type, types_of
from ..spec.openapi import join
from ..spec.walk import schemas_with
from ..values import Edit, Spec


def enum_value_of_wrong_type(spec: Spec) -> Found:
    """Write the values of an enum in the type that the schema names, where that loses nothing.

    YAML reads `enum: [1.0, 2.0]` of a text as numbers and `[true, false]` as booleans.
    """
    for pointer, schema in schemas_with(spec, "enum"):
        listed = schema["enum"]
        if not isinstance(listed, list) or "type" not in schema:
            continue
        types = types_of(schema)
        if len(types) == 1:
            for index, value in enumerate(listed):
                meant = _meant(value, types[0])
                if meant is not value:
                    yield Edit(join(pointer, "enum", index), meant, f"The type is {types[0]}.")


def _meant(value: Any, name: str) -> Any:
    if value is None or is_type(value, name):
        return value
    try:
        return as_type(value, name)
    except ValueError:
        return value
