from __future__ import annotations

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import is_3_0, nodes
from ..values import REMOVED, Edit, Spec


def type_list_in_3_0(spec: Spec) -> Found:
    """Say a list of types as OpenAPI 3.0 does: one type, `nullable`, and `anyOf` for several.

    `type: [string, "null"]` is 3.1. Raising the version instead would give every other schema of the
    document a new meaning.
    """
    if not is_3_0(spec):
        return
    for pointer, schema in nodes(spec, "schema"):
        named = schema.get("type") if isinstance(schema, dict) else None
        if named != "null" and not isinstance(named, list):
            continue
        types = [name for name in named if name != "null"] if isinstance(named, list) else []
        why = "OpenAPI 3.0 has one type."
        at = join(pointer, "type")
        if len(types) == 1:
            yield Edit(at, types[0], why)
        else:
            yield Edit(at, REMOVED, why)
            if len(types) > 1 and not {"anyOf", "oneOf", "allOf", "$ref"} & schema.keys():
                members = [
                    {"type": each, **({"items": schema.get("items", {})} if each == "array" else {})} for each in types
                ]
                yield Edit(join(pointer, "anyOf"), members, why)
                if "items" in schema and "array" in types:
                    yield Edit(join(pointer, "items"), REMOVED, "It is with the array now.")
        if "null" in named and schema.get("nullable") is not True:
            yield Edit(join(pointer, "nullable"), True, "OpenAPI 3.0 has no type null.")
