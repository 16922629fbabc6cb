"""References beside other keywords, and compositions of one reference."""

from __future__ import annotations

from typing import Any

from ..spec.openapi import join
from ._parts import shape_keys
from ._walk import Notes, PerSchema, Schema, note


def _reference_with_siblings(pointer: str, schema: Schema, notes: Notes) -> Schema:
    """Bring references into one form: a plain `$ref` with docs beside it, or `allOf` with what it adds.

    `allOf: [{$ref}]` with a description is how 3.0 documents describe a reference (3,276 times in 51
    documents); 3.1 may put `properties` right beside a `$ref`.
    """
    new = _one_union(schema) if "anyOf" in schema else schema
    if "$ref" in new and (extra := shape_keys(new) - {"$ref"}):
        part = {key: new[key] for key in new if key in extra}
        rest = {key: value for key, value in new.items() if key not in extra and key != "$ref"}
        new = {**rest, "allOf": [{"$ref": new["$ref"]}, *([part] if extra - {"type"} else [])]}
    if isinstance(members := new.get("allOf"), list) and not shape_keys(new) - {"allOf", "type"}:
        bare = [member for member in members if not shape_keys(member) - {"required", "type"}]
        refs = [member for member in members if member not in bare]
        if len(refs) == 1 and not any("required" in member or _is_another(member, refs[0]) for member in bare):
            new = _merged(new, refs[0], bare)
    only = new.get("oneOf")
    if isinstance(only, list) and len(only) == 1 and not shape_keys(new) - {"oneOf", "discriminator", "type"}:
        new = _merged({k: v for k, v in new.items() if k not in ("oneOf", "discriminator")}, only[0], [])
    if "discriminator" in new and not isinstance(new["discriminator"].get("propertyName"), str):
        note(notes, "malformed-schema", join(pointer, "discriminator"), "has no propertyName; left out")
        new = {key: value for key, value in new.items() if key != "discriminator"}
    return new


def _is_another(member: Schema, target: Schema) -> bool:
    """Whether a member that is only a type contradicts the one that says more, which nobody may drop unsaid."""
    kinds = member.get("type"), target.get("type")
    return all(isinstance(kind, str) for kind in kinds) and kinds[0] != kinds[1] and set(kinds) != {"integer", "number"}


def _merged(schema: Schema, target: Any, bare: list[Any]) -> Schema:
    """The target with the docs of the members and then of the whole over its own."""
    own = {key: value for key, value in schema.items() if key not in ("allOf", "type")}
    result = dict(target)
    for layer in (*bare, own):
        result.update({key: value for key, value in layer.items() if key not in ("type", "x-nullable")})
        if isinstance(null := layer.get("x-nullable"), bool):
            result["x-nullable"] = null
    return result


def _one_union(schema: Schema) -> Schema:
    """`anyOf` is said as `oneOf`; where both stand, the value is to satisfy both."""
    new = {key: value for key, value in schema.items() if key != "anyOf"}
    if "oneOf" not in new:
        return {**new, "oneOf": schema["anyOf"]}
    return {**new, "allOf": [*new.get("allOf", []), {"oneOf": schema["anyOf"]}]}


reference_with_siblings = PerSchema(_reference_with_siblings)
