from __future__ import annotations

from ..rule import Found
from ..spec.instances import canonical
from ..spec.openapi import join
from ..spec.walk import schemas_with
from ..values import REMOVED, Edit, Spec


def enum_value_repeated(spec: Spec) -> Found:
    """Keep the first of equal values of an enum; two names for one value are no use.

    JSON Schema asks for distinct values, and in Python a second member with the value of a first is silently an
    alias of it. To JSON 1 and 1.0 are equal; 1 and true are not.
    """
    for pointer, schema in schemas_with(spec, "enum"):
        listed = schema["enum"]
        if not isinstance(listed, list) or len(listed) < 2:
            continue
        seen: set[str] = set()
        for index, value in enumerate(listed):
            text = canonical(value)
            if text in seen:
                yield Edit(join(pointer, "enum", index), REMOVED, "The value is in the enum already.")
            seen.add(text)
