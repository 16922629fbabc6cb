from __future__ import annotations

from typing import Any

from ..rule import Found
from ..spec.instances import allows_null, as_type, is_type, shown, types_of
from ..spec.openapi import join
from ..spec.walk import schemas_with
from ..values import REMOVED, Edit, Spec


def default_of_wrong_type(spec: Spec) -> Found:
    """Write a default in the type of its schema where that loses nothing (`"10"` of a number), else drop it.

    A generator that believes such a default makes code that is wrong or none at all: 14 public documents
    have 90 of them, most of them `null` where null is not allowed.
    """
    for pointer, schema in schemas_with(spec, "default"):
        if "$ref" in schema:
            continue
        value, types = schema["default"], types_of(schema)
        if not types or any(is_type(value, name) for name in types) or (value is None and allows_null(schema)):
            continue
        meant = _meant(value, types)
        what = "" if meant is REMOVED else f", written {shown(meant)}"
        yield Edit(join(pointer, "default"), meant, f"{shown(value)} is no {' or '.join(types)}{what}.")


def _meant(value: Any, types: list[str]) -> Any:
    for name in types:
        try:
            return as_type(value, name)
        except ValueError:
            continue
    return REMOVED
