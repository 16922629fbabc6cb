from __future__ import annotations

from typing import Any

from ..rule import Found
from ..spec.instances import same, shown
from ..spec.openapi import join, resolve
from ..spec.walk import schemas_with
from ..values import REMOVED, Edit, Spec


def default_not_in_enum(spec: Spec) -> Found:
    """Drop a default that its own enum does not list; one that differs in case only is that value.

    Four public documents have twelve of them. Nobody can send such a default.
    """
    for pointer, schema in schemas_with(spec, "default"):
        value = schema["default"]
        listed = _enum(spec, schema)
        if (
            not listed
            or any(same(value, each) for each in listed)
            or (value is None and schema.get("nullable") is True)
        ):
            continue
        cased = [each for each in listed if isinstance(each, str) and each.lower() == str(value).lower()]
        why = f"{shown(value)} is not in the enum."
        yield Edit(join(pointer, "default"), cased[0] if len(cased) == 1 else REMOVED, why)


def _enum(spec: Spec, schema: dict[str, Any]) -> list[Any]:
    """The values that a schema allows: its own, or those of the one enum that it refers to."""
    for _ in range(10):
        listed, members = schema.get("enum"), schema.get("allOf")
        if isinstance(listed, list):
            return listed
        inner = schema if "$ref" in schema else members[0] if isinstance(members, list) and len(members) == 1 else None
        try:
            found = resolve(spec, inner)
        except KeyError:
            return []
        if not isinstance(found, dict) or found is schema:
            return []
        schema = found
    return []
