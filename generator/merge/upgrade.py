"""OpenAPI 3.0 data said in 3.1, which is needed only where documents of both versions become one.

3.1 has no `nullable` and no boolean `exclusiveMinimum`; a 3.0 schema under a 3.1 version number would
lose its nulls without a word.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

from ..spec.schemas import schemas
from ..values import Spec


def version_of(spec: Spec) -> tuple[int, int, int] | None:
    """The `openapi` field as numbers; None where it is missing or is no version."""
    found = re.fullmatch(r"(\d{1,4})\.(\d{1,4})(?:\.(\d{1,4}))?\S*", str(spec.get("openapi", "")).strip())
    return (int(found[1]), int(found[2]), int(found[3] or 0)) if found else None


def common_version(specs: list[Spec]) -> str:
    """The highest version of the documents; 3.1.0 where only some of them are 3.0."""
    versions = [version for spec in specs if (version := version_of(spec))]
    if not versions:
        return min(str(spec.get("openapi", "3.0.3")) for spec in specs)
    highest = max(versions)
    if highest[:2] == (3, 1) and any(version[:2] == (3, 0) for version in versions):
        highest = (3, 1, 0)
    return ".".join(map(str, highest))


def to_3_1(spec: Spec) -> Spec:
    """A copy of a 3.0 document that means the same in 3.1.

    For one of 3.1 that still says `nullable`, as 17 of 131 public ones do, too.
    """
    copy = deepcopy(spec)
    for at in schemas(copy):
        if isinstance(at.schema, dict):
            _nullable(at.schema)
            _exclusive(at.schema, "exclusiveMinimum", "minimum")
            _exclusive(at.schema, "exclusiveMaximum", "maximum")
    return copy


def _nullable(schema: dict[str, Any]) -> None:
    """`nullable: true` becomes the type `null`, in an `anyOf` where the schema has no type of its own."""
    if schema.get("nullable") not in (True, False):
        return
    if not schema.pop("nullable"):
        return
    enum = schema.get("enum")
    if isinstance(enum, list) and None not in enum:
        schema["enum"] = [*enum, None]
    kind = schema.get("type")
    if isinstance(kind, str):
        schema["type"] = [kind, "null"]
    elif isinstance(kind, list):
        schema["type"] = kind if "null" in kind else [*kind, "null"]
    else:
        inner = {key: schema.pop(key) for key in ("$ref", "allOf", "oneOf", "anyOf", "not") if key in schema}
        if inner:
            schema["anyOf"] = [inner, {"type": "null"}]


def _exclusive(schema: dict[str, Any], exclusive: str, bound: str) -> None:
    """`minimum: 1, exclusiveMinimum: true` becomes `exclusiveMinimum: 1`."""
    flag = schema.get(exclusive)
    if flag is True and bound in schema:
        schema[exclusive] = schema.pop(bound)
    elif flag is True or flag is False:
        del schema[exclusive]
