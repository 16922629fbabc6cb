from __future__ import annotations

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import is_3_0, schemas_with
from ..values import Edit, Spec


def null_in_enum_of_non_nullable(spec: Spec) -> Found:
    """Allow null where an enum lists it: with `type: string` alone it could never be.

    Both keywords hold at once, so the listed null would be refused. Somebody who wrote null into a list of values
    meant that it may occur.
    """
    old = is_3_0(spec)
    for pointer, schema in schemas_with(spec, "enum"):
        listed = schema["enum"]
        if not isinstance(listed, list) or None not in listed or "type" not in schema:
            continue
        named, why = schema["type"], "The enum lists null."
        if old and schema.get("nullable") is not True:
            yield Edit(join(pointer, "nullable"), True, why)
        elif not old and isinstance(named, str) and named != "null":
            yield Edit(join(pointer, "type"), [named, "null"], why)
        elif not old and isinstance(named, list) and "null" not in named:
            yield Edit(join(pointer, "type"), [*named, "null"], why)
