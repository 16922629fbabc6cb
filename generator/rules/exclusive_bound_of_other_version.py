from __future__ import annotations

from typing import Any

from ..rule import Found
from ..spec.instances import is_type
from ..spec.openapi import join
from ..spec.walk import is_3_0, schemas_with
from ..values import REMOVED, Edit, Spec


def exclusive_bound_of_other_version(spec: Spec) -> Found:
    """Write exclusive bounds as the version of the document does.

    3.0 has a flag beside `minimum`, 3.1 has a number; documents that were converted by hand mix them.
    """
    old = is_3_0(spec)
    for pointer, schema in schemas_with(spec, "exclusiveMinimum", "exclusiveMaximum"):
        for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
            if exclusive in schema:
                yield from (_flagged if old else _numbered)(pointer, schema, bound, exclusive)


def _flagged(pointer: str, schema: dict[str, Any], bound: str, exclusive: str) -> Found:
    value, other = schema[exclusive], schema.get(bound)
    why = "OpenAPI 3.0 has exclusive bounds as a flag beside the bound."
    if isinstance(value, bool) and not is_type(other, "number"):
        yield Edit(join(pointer, exclusive), REMOVED, why)
    if isinstance(value, bool) or not is_type(value, "number"):
        return
    tighter = (other >= value if bound == "minimum" else other <= value) if is_type(other, "number") else False
    if tighter and other != value:
        yield Edit(join(pointer, exclusive), REMOVED, why)
    else:
        yield Edit(join(pointer, bound), value, why)
        yield Edit(join(pointer, exclusive), True, why)


def _numbered(pointer: str, schema: dict[str, Any], bound: str, exclusive: str) -> Found:
    value, other = schema[exclusive], schema.get(bound)
    if not isinstance(value, bool):
        return
    why = "JSON Schema has exclusive bounds as numbers."
    if value and is_type(other, "number"):
        yield Edit(join(pointer, exclusive), other, why)
        yield Edit(join(pointer, bound), REMOVED, why)
    else:
        yield Edit(join(pointer, exclusive), REMOVED, why)
