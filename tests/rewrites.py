"""A document said in other words: each rewrite makes a copy that means the same."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from generator.spec.openapi import get, join, split
from generator.spec.walk import nodes

PREFIX = "#/components/schemas/"

Spec = dict[str, Any]
Rewrite = Callable[[Spec], Spec]


def each_schema(spec: Spec, change: Callable[[str, dict[str, Any]], Any]) -> Spec:
    """A copy in which `change` has been at every schema, the inner ones first."""
    spec = copy.deepcopy(spec)
    for at in reversed(nodes(spec, "schema")):
        if isinstance(at.value, dict):
            *above, last = split(at.pointer)
            holder = get(spec, join("", *above))
            key = int(last) if isinstance(holder, list) else last
            holder[key] = change(at.pointer, holder[key])
    return spec


def components(spec: Spec) -> dict[str, Any]:
    found: dict[str, Any] = spec.setdefault("components", {}).setdefault("schemas", {})
    return found


def leads_somewhere(spec: Spec, schema: dict[str, Any]) -> bool:
    """Whether a schema is a reference to a component that is there: the cut documents have others."""
    try:
        return "$ref" in schema and schema["$ref"].startswith(PREFIX) and get(spec, schema["$ref"][1:]) is not None
    except KeyError:
        return False


def bundled(spec: Spec) -> Spec:
    """Every inline schema in a component of its own."""
    hoisted: dict[str, Any] = {}

    def hoist(pointer: str, schema: dict[str, Any]) -> dict[str, Any]:
        if "$ref" in schema or len(split(pointer)) == 3:
            return schema
        name = f"Hoisted{len(hoisted)}"
        hoisted[name] = schema
        return {"$ref": PREFIX + name}

    result = each_schema(spec, hoist)
    components(result).update(hoisted)
    return result


def dereferenced(spec: Spec) -> Spec:
    """Every reference replaced by what it leads to, three deep, so that what leads to itself ends."""
    for _ in range(3):
        whole = spec

        def inline(_: str, schema: dict[str, Any], whole: Spec = whole) -> dict[str, Any]:
            if not leads_somewhere(whole, schema):
                return schema
            beside = {key: value for key, value in schema.items() if key != "$ref"}
            return {**copy.deepcopy(get(whole, schema["$ref"][1:])), **beside}

        spec = each_schema(spec, inline)
    return spec


def renamed(spec: Spec) -> Spec:
    """Every component under another name; references into parts of one, and to none, follow or stay."""

    def follow(_: str, schema: dict[str, Any]) -> dict[str, Any]:
        if not leads_somewhere(spec, schema):
            return schema
        name, slash, rest = schema["$ref"][len(PREFIX) :].partition("/")
        return {**schema, "$ref": f"{PREFIX}{name}_2{slash}{rest}"}

    result = each_schema(spec, follow)
    result["components"]["schemas"] = {f"{name}_2": schema for name, schema in components(result).items()}
    return result


def wrapped(spec: Spec) -> Spec:
    return each_schema(spec, lambda _, schema: {"allOf": [schema]} if "$ref" in schema else schema)


def reordered(spec: Spec) -> Spec:
    """Keys and lists the other way round, but for lists whose order means something."""

    def turn(node: Any, place: str = "") -> Any:
        if isinstance(node, dict):
            return {key: turn(value, str(key)) for key, value in reversed(node.items())}
        if isinstance(node, list):
            items = [turn(item) for item in node]
            return items if place in ("default", "example", "examples", "value", "prefixItems") else items[::-1]
        return node

    result: Spec = turn(spec)
    return result


def described(spec: Spec) -> Spec:
    words = {"description": "other words", "title": "other", "example": 1}
    return each_schema(spec, lambda _, schema: schema if "$ref" in schema else {**schema, **words})


def as_3_1(spec: Spec) -> Spec:
    def modern(_: str, schema: dict[str, Any]) -> dict[str, Any]:
        fresh = {key: value for key, value in schema.items() if key != "nullable"}
        for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
            if fresh.get(exclusive) is True:
                fresh[exclusive] = fresh.pop(bound)
            elif fresh.get(exclusive) is False:
                del fresh[exclusive]
        if fresh.get("format") == "byte":
            fresh["contentEncoding"] = "base64"
            del fresh["format"]
        if schema.get("nullable") is not True:
            return fresh
        if isinstance(fresh.get("type"), str):
            nulls = [None] if None not in fresh.get("enum", [None]) else []
            return {**fresh, "type": [fresh["type"], "null"], **({"enum": fresh["enum"] + nulls} if nulls else {})}
        return {"anyOf": [fresh, {"type": "null"}]}

    return {**each_schema(spec, modern), "openapi": "3.1.0"}


def as_3_0(spec: Spec) -> Spec:
    def older(_: str, schema: dict[str, Any]) -> dict[str, Any]:
        fresh = dict(schema)
        kinds = fresh.get("type")
        if isinstance(kinds, list) and len(rest := [kind for kind in kinds if kind != "null"]) == 1:
            fresh["type"] = rest[0]
            if len(kinds) > 1:
                fresh["nullable"] = True
        for keyword in ("anyOf", "oneOf"):
            members = fresh.get(keyword, [])
            if {"type": "null"} in members and len(members) > 1:
                fresh[keyword] = [member for member in members if member != {"type": "null"}]
                fresh["nullable"] = True
        for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
            if isinstance(fresh.get(exclusive), int | float) and not isinstance(fresh[exclusive], bool):
                fresh[bound], fresh[exclusive] = fresh[exclusive], True
        if "const" in fresh:
            fresh["enum"] = [fresh.pop("const")]
        return fresh

    return {**each_schema(spec, older), "openapi": "3.0.3"}


REWRITES: list[Rewrite] = [bundled, dereferenced, renamed, wrapped, reordered, described, as_3_1, as_3_0]
