"""Properties that an object has under a condition."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from ._parts import DOCS, scalar_type, shape_keys
from ._walk import Notes, PerSchema, Schema

CONDITIONS: Final = ("if", "then", "else", "dependentSchemas")


def _conditional_properties(pointer: str, schema: Schema, notes: Notes) -> Schema:
    """Give an object the properties that `then`, `else` and `dependentSchemas` give it.

    Read as rules of validity alone they would vanish, and the answer with them. Whether the condition holds is
    not for a client to judge: each is optional, and what two conditions say apart is a union. The values that one
    of them allows are not all, where a parent may know others.
    """
    members = schema.get("allOf") or ()
    if not any(key in schema for key in CONDITIONS) and not any(map(is_condition, members)):
        return schema
    if is_condition(schema) and is_part(pointer):
        return schema  # its owner takes it together with its neighbours
    inherits = "$ref" in schema or is_part(pointer) or not all(map(is_condition, members))
    found: dict[str, list[Schema]] = {}
    for part in (schema, *filter(is_condition, members)):
        for name, value in _said(part):
            found.setdefault(name, []).append(_open(value) if inherits else value)
    new = {key: value for key, value in schema.items() if key not in CONDITIONS}
    kept = [member for member in members if not is_condition(member)]
    new = {key: value for key, value in new.items() if key != "allOf"} | ({"allOf": kept} if kept else {})
    own: dict[str, Any] = dict(new.get("properties", {}))
    for name, values in found.items():
        if not shape_keys(own.get(name, {})):
            own[name] = {**_either(values), **own.get(name, {})}
    return {**new, "properties": own} if found else new


def is_condition(schema: Any) -> bool:
    """Whether a schema is a condition and what follows from it, and nothing more."""
    keys = set(schema) - DOCS if isinstance(schema, dict) else set()
    return bool(keys) and keys <= {*CONDITIONS, "type"} and keys != {"type"}


def is_part(pointer: str) -> bool:
    """Whether a schema is a member of `allOf`."""
    return pointer.rpartition("/")[0].endswith("/allOf")


def _said(schema: Schema) -> Iterator[tuple[str, Schema]]:
    """The properties that follow from the conditions of a schema, those of conditions within them too."""
    dependent = schema.get("dependentSchemas")
    branches = [schema.get("then"), schema.get("else"), *(dependent.values() if isinstance(dependent, dict) else ())]
    for branch in branches:
        for part in (branch, *(branch.get("allOf") or ())) if isinstance(branch, dict) else ():
            if isinstance(part, dict):
                yield from (part.get("properties") or {}).items()
                yield from _said(part)


def _open(schema: Schema) -> Schema:
    """A schema by its type alone, where it lists values or names one."""
    if not isinstance(schema, dict) or not ("const" in schema or isinstance(schema.get("enum"), list)):
        return schema
    values = [schema["const"]] if "const" in schema else schema["enum"]
    kinds = {scalar_type(value) for value in values}
    rest = {key: value for key, value in schema.items() if key not in ("const", "enum")}
    if len(kinds) == 1 and (kind := kinds.pop()) is not None:
        rest.setdefault("type", kind)
    return rest


def _either(values: list[Schema]) -> Schema:
    distinct = list({json.dumps(value, sort_keys=True, default=str): value for value in values}.values())
    told = [value for value in distinct if shape_keys(value)] or distinct[:1]
    return told[0] if len(told) == 1 else {"oneOf": told}


conditional_properties = PerSchema(_conditional_properties)
