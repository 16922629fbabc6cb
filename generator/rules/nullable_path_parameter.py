from __future__ import annotations

from typing import Any

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import objects
from ..values import REMOVED, Edit, Spec


def nullable_path_parameter(spec: Spec) -> Found:
    """Take null out of path parameters: there is no such thing as null in a path.

    Generated from database columns or optional arguments; three public documents have 16 of them.
    """
    for pointer, parameter in objects(spec, "parameter"):
        schema = parameter.get("schema")
        if parameter.get("in") != "path" or not isinstance(schema, dict):
            continue
        at = join(pointer, "schema")
        why = "A path has no null."
        if schema.get("nullable") is True:
            yield Edit(join(at, "nullable"), REMOVED, why)
        named = schema.get("type")
        if isinstance(named, list) and "null" in named and len(named) > 1:
            kept = [name for name in named if name != "null"]
            yield Edit(join(at, "type"), kept[0] if len(kept) == 1 else kept, why)
        listed = schema.get("enum")
        if isinstance(listed, list) and None in listed and len(listed) > 1:
            yield Edit(join(at, "enum"), [value for value in listed if value is not None], why)
        for keyword in ("oneOf", "anyOf"):
            yield from _members(at, schema, keyword, why)


def _members(at: str, schema: dict[str, Any], keyword: str, why: str) -> Found:
    members = schema.get(keyword)
    if not isinstance(members, list):
        return
    kept = [each for each in members if not (isinstance(each, dict) and each.get("type") in ("null", ["null"]))]
    if len(kept) == len(members) or not kept:
        return
    if len(kept) == 1 and isinstance(kept[0], dict) and not set(kept[0]) & set(schema):
        yield Edit(at, {name: value for name, value in schema.items() if name != keyword} | kept[0], why)
    else:
        yield Edit(join(at, keyword), kept, why)
