from __future__ import annotations

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import is_3_0, schemas_with
from ..values import REMOVED, Edit, Spec


def items_list(spec: Spec) -> Found:
    """Say a list of `items` as the version does: `prefixItems` in 3.1, one of them for each element in 3.0.

    Drafts of JSON Schema before 2020-12 had tuples so; neither version of OpenAPI does.
    """
    old = is_3_0(spec)
    for pointer, schema in schemas_with(spec, "items"):
        listed = schema["items"]
        if not isinstance(listed, list):
            continue
        at, why = join(pointer, "items"), "`items` is one schema."
        if not listed or len(listed) == 1:
            yield Edit(at, listed[0] if listed else {}, why)
        elif old or "prefixItems" in schema:
            yield Edit(at, {"anyOf": listed}, why)
        else:
            yield Edit(join(pointer, "prefixItems"), listed, why, source=at)
            yield Edit(at, REMOVED, why)
