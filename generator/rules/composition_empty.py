from __future__ import annotations

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import schemas_with
from ..values import REMOVED, Edit, Spec


def composition_empty(spec: Spec) -> Found:
    """Drop an `allOf`, `anyOf` or `oneOf` without members, which JSON Schema forbids.

    A union of nothing allows nothing, and what the schema says beside it was meant. Generators leave such lists
    behind when they filter out the members.
    """
    for pointer, schema in schemas_with(spec, "allOf", "anyOf", "oneOf", "prefixItems"):
        for keyword in ("allOf", "anyOf", "oneOf", "prefixItems"):
            if schema.get(keyword) == []:
                yield Edit(join(pointer, keyword), REMOVED, f"`{keyword}` has at least one member.")
