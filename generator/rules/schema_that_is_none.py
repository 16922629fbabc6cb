from __future__ import annotations

from typing import Any

from ..rule import Found
from ..spec.instances import TYPES, json_type, shown
from ..spec.walk import is_3_0, nodes
from ..values import Edit, Note, Spec


def schema_that_is_none(spec: Spec) -> Found:
    """Put a schema where something else stands in the place of one.

    `schema: string` means `{type: string}`, a text that starts with `#/` a reference, nothing or `true` means
    anything, as does the empty list that PHP has for an empty object. In 3.0, `false` is `{not: {}}`; 3.1 has it as
    a schema. For the rest, "anything" is the honest schema, and the loss is noted.
    """
    old = is_3_0(spec)
    for pointer, value in nodes(spec, "schema"):
        if isinstance(value, dict) or (isinstance(value, bool) and not (old and _must_be_object(pointer))):
            continue
        meant = _meant(value)
        if meant is None:
            what = f"{shown(value)} is no schema; it became {{}}, anything."
            yield Note("normalise", "schema-malformed", pointer, what)
        yield Edit(pointer, {} if meant is None else meant, f"A schema is an object, not {json_type(value)}.")


def _must_be_object(pointer: str) -> bool:
    return not pointer.endswith("/additionalProperties")


def _meant(value: Any) -> dict[str, Any] | None:
    if value is None or value is True or value == []:
        return {}
    if value is False:
        return {"not": {}}
    if isinstance(value, str):
        if value.startswith("#/"):
            return {"$ref": value}
        if value.strip().lower() in TYPES:
            return {"type": value.strip().lower()}
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict):
        return value[0]
    return None
