from __future__ import annotations

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import is_3_0, schemas_with
from ..values import REMOVED, Edit, Spec


def examples_in_3_0(spec: Spec) -> Found:
    """Say the first of a schema's `examples` as `example`, the word of 3.0; keep all as an extension.

    In a 3.0 schema `examples` is an unknown field: validators refuse the document, and documentation shows none
    of them.
    """
    if not is_3_0(spec):
        return
    for pointer, schema in schemas_with(spec, "examples"):
        listed = schema["examples"]
        if not isinstance(listed, list):
            continue
        why = "A schema of OpenAPI 3.0 has one example."
        if listed and "example" not in schema:
            yield Edit(join(pointer, "example"), listed[0], why)
        if len(listed) > 1 and "x-examples" not in schema:
            yield Edit(join(pointer, "x-examples"), listed, why, source=join(pointer, "examples"))
        yield Edit(join(pointer, "examples"), REMOVED, why)
