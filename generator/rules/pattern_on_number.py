from __future__ import annotations

from ..rule import Found
from ..spec.instances import types_of
from ..spec.openapi import join
from ..spec.walk import schemas_with
from ..values import REMOVED, Edit, Spec


def pattern_on_number(spec: Spec) -> Found:
    """Drop `pattern` from what is no text, where JSON Schema gives it no meaning.

    Such as `[0-9]{*}` on an integer id.
    """
    for pointer, schema in schemas_with(spec, "pattern"):
        types = types_of(schema)
        if types and "string" not in types:
            yield Edit(join(pointer, "pattern"), REMOVED, f"A pattern means nothing for {' or '.join(types)}.")
