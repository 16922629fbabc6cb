from __future__ import annotations

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import is_3_0, schemas_with
from ..values import REMOVED, Edit, Spec


def ref_with_siblings(spec: Spec) -> Found:
    """Make what stands beside a `$ref` count, in 3.0 where it is ignored: `allOf` with the reference in it.

    51 public documents write a description, a default or `nullable` beside a reference and mean it. In
    3.1 that is right as it is.
    """
    if not is_3_0(spec):
        return
    for pointer, schema in schemas_with(spec, "$ref"):
        if not isinstance(schema["$ref"], str) or len(schema) == 1:
            continue
        members = schema.get("allOf")
        why = "OpenAPI 3.0 ignores what stands beside a reference."
        listed = [{"$ref": schema["$ref"]}, *(members if isinstance(members, list) else ())]
        yield Edit(join(pointer, "$ref"), REMOVED, why)
        yield Edit(join(pointer, "allOf"), listed, why)
