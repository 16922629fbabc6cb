from __future__ import annotations

from typing import Any, Final

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import is_3_0, schemas_with
from ..values import REMOVED, Edit, Spec

_ODATA_NULL: Final = {"type": "object", "nullable": True}


def null_member_in_3_0(spec: Spec) -> Found:
    """Say `anyOf: [X, {type: null}]` as OpenAPI 3.0 does, with `nullable`.

    Python frameworks write 3.1 schemas into documents that call themselves 3.0; beside a reference, Microsoft's OData
    converter says `{type: object, nullable: true}`.
    """
    if not is_3_0(spec):
        return
    for pointer, schema in schemas_with(spec, "anyOf", "oneOf"):
        for keyword in ("anyOf", "oneOf"):
            members = schema.get(keyword)
            if not isinstance(members, list):
                continue
            kept = [each for each in members if not _is_null(each)]
            named = [each for each in kept if each != _ODATA_NULL]
            if named and all(isinstance(each, dict) and "$ref" in each for each in named):
                kept = named
            if len(kept) < len(members):
                why = "OpenAPI 3.0 has no type null."
                yield Edit(join(pointer, keyword), kept or REMOVED, why)
                if schema.get("nullable") is not True:
                    yield Edit(join(pointer, "nullable"), True, why)


def _is_null(member: Any) -> bool:
    """Whether a schema describes null and nothing else, as 3.1 says it or as other rules leave it."""
    if not isinstance(member, dict):
        return False
    rest = {name: value for name, value in member.items() if name not in ("title", "description")}
    return rest in (
        {"type": "null"},
        {"type": ["null"]},
        {"nullable": True},
        {"enum": [None]},
        {"const": None},
    )
