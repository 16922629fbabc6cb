"""No false alarm: a document said in other words is the same API."""

from __future__ import annotations

import copy
import datetime
import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.drift import compare

TODAY = datetime.date(2026, 1, 1)
NAMES = ("Alpha", "Beta", "Gamma")

scalars = st.one_of(
    st.builds(lambda n: {"type": "string", "maxLength": n}, st.integers(1, 50)),
    st.builds(lambda low: {"type": "integer", "minimum": low, "exclusiveMinimum": True}, st.integers(0, 9)),
    st.builds(
        lambda values: {"type": "string", "enum": values}, st.lists(st.sampled_from("abcd"), min_size=1, unique=True)
    ),
    st.just({"type": "string", "format": "date-time", "nullable": True}),
    st.just({"type": "string", "enum": ["x", "y", None], "nullable": True}),
    st.just({"type": "string", "format": "byte"}),
    st.just({"type": "boolean", "default": False}),
    st.just({}),
)
references = st.sampled_from([{"$ref": f"#/components/schemas/{name}"} for name in NAMES])


def composed(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    objects = st.builds(
        lambda properties, required: {
            "type": "object",
            "properties": properties,
            "required": [name for name in required if name in properties],
        },
        st.dictionaries(st.sampled_from("pqrs"), inner, max_size=3),
        st.lists(st.sampled_from("pqrs"), unique=True),
    )
    return st.one_of(
        objects,
        st.builds(lambda items: {"type": "array", "items": items}, inner),
        st.builds(lambda members: {"oneOf": members}, st.lists(inner, min_size=2, max_size=3)),
        st.builds(lambda value: {"type": "object", "additionalProperties": value}, inner),
        st.builds(lambda ref: {"allOf": [ref], "nullable": True}, references),
    )


schemas = st.recursive(scalars | references, composed, max_leaves=6)


@st.composite
def specs(draw: st.DrawFn) -> dict[str, Any]:
    components = {name: draw(composed(scalars | references)) for name in NAMES}
    operation = {
        "operationId": "make",
        "parameters": [
            {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
            {"name": "limit", "in": "query", "schema": draw(scalars)},
        ],
        "requestBody": {"content": {"application/json": {"schema": draw(schemas)}}},
        "responses": {"200": {"description": "ok", "content": {"application/json": {"schema": draw(schemas)}}}},
    }
    return {
        "openapi": "3.0.3",
        "info": {"title": "t", "version": "1"},
        "paths": {"/things/{id}": {"post": operation}},
        "components": {"schemas": components},
    }


def each_schema(node: Any, change: Callable[[dict[str, Any]], Any], place: str = "") -> Any:
    """A copy in which `change` has been at every schema, the inner ones first."""
    if isinstance(node, list):
        return [each_schema(item, change, place) for item in node]
    if not isinstance(node, dict):
        return node
    named = place in ("properties", "schemas")
    inner = {
        key: value if key in ("enum", "default", "required") and not named else each_schema(value, change, key)
        for key, value in node.items()
    }
    is_schema = place in ("schema", "items", "oneOf", "anyOf", "allOf", "additionalProperties", "#")
    if named or place in ("", "paths", "components", "parameters"):
        inner = {key: change(value) if named and isinstance(value, dict) else value for key, value in inner.items()}
    return change(inner) if is_schema and not named else inner


def described(spec: dict[str, Any]) -> dict[str, Any]:
    return each_schema(spec, lambda schema: {**schema, "description": "words"} if "$ref" not in schema else schema)


def reordered(spec: dict[str, Any]) -> dict[str, Any]:
    """Keys, `required`, enum values, parameters and union members the other way round."""

    def turn(node: Any, place: str = "") -> Any:
        if isinstance(node, dict):
            return {key: turn(value, key) for key, value in reversed(node.items())}
        if isinstance(node, list):
            return [turn(item) for item in reversed(node)]
        return node

    return turn(spec)


def renamed(spec: dict[str, Any]) -> dict[str, Any]:
    """Every component under another name."""

    def follow(schema: dict[str, Any]) -> dict[str, Any]:
        return {"$ref": schema["$ref"] + "Renamed"} if "$ref" in schema else schema

    fresh = each_schema(spec, follow)
    components = fresh["components"]["schemas"]
    fresh["components"]["schemas"] = {name + "Renamed": schema for name, schema in components.items()}
    return fresh


def dereferenced(spec: dict[str, Any]) -> dict[str, Any]:
    """References replaced by what they lead to, one level at each place, so that cycles stay."""
    components = spec["components"]["schemas"]

    def inline(schema: dict[str, Any]) -> dict[str, Any]:
        if "$ref" in schema:
            return copy.deepcopy(components[schema["$ref"].rpartition("/")[2]])
        return schema

    return each_schema(spec, inline)


def bundled(spec: dict[str, Any]) -> dict[str, Any]:
    """Every inline schema moved to a component of its own."""
    hoisted: dict[str, Any] = {}

    def hoist(schema: dict[str, Any]) -> dict[str, Any]:
        if "$ref" in schema:
            return schema
        name = f"Hoisted{len(hoisted)}"
        hoisted[name] = schema
        return {"$ref": f"#/components/schemas/{name}"}

    fresh = each_schema(spec, hoist)
    fresh["components"]["schemas"].update(hoisted)
    return fresh


def wrapped(spec: dict[str, Any]) -> dict[str, Any]:
    """Every reference in an `allOf` of one."""
    return each_schema(spec, lambda schema: {"allOf": [schema]} if "$ref" in schema else schema)


def as_3_1(spec: dict[str, Any]) -> dict[str, Any]:
    """The document in the words of OpenAPI 3.1."""

    def modern(schema: dict[str, Any]) -> dict[str, Any]:
        fresh = {key: value for key, value in schema.items() if key != "nullable"}
        if fresh.get("exclusiveMinimum") is True:
            fresh["exclusiveMinimum"] = fresh.pop("minimum")
        if fresh.get("format") == "byte":
            del fresh["format"]
            fresh["contentEncoding"] = "base64"
        if schema.get("nullable"):
            if "type" in fresh:
                fresh["type"] = [fresh["type"], "null"]
            else:
                fresh = {"anyOf": [fresh["allOf"][0], {"type": "null"}]}
        return fresh

    return {**each_schema(spec, modern), "openapi": "3.1.0"}


REWRITES = (described, reordered, renamed, dereferenced, bundled, wrapped, as_3_1)


@pytest.mark.parametrize("rewrite", REWRITES)
@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(spec=specs())
def test_a_document_in_other_words_is_no_change(rewrite: Callable[[Any], Any], spec: dict[str, Any]) -> None:
    other = rewrite(spec)
    assert compare(spec, other, profile="client", today=TODAY) == []
    assert compare(other, spec, profile="wire", today=TODAY) == []


@settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(spec=specs(), seed=st.integers(0, 10**6))
def test_rewrites_on_top_of_each_other_are_no_change(spec: dict[str, Any], seed: int) -> None:
    chosen = random.Random(seed)
    other = spec
    for rewrite in chosen.sample([described, reordered, renamed, dereferenced, bundled, wrapped], 3):
        other = rewrite(other)
    assert compare(spec, other, today=TODAY) == []


def test_the_rewrites_do_rewrite() -> None:
    """A rewrite that changes nothing would prove nothing."""
    spec = {
        "openapi": "3.0.3",
        "paths": {"/a": {"get": {"parameters": [{"name": "q", "in": "query", "schema": {"$ref": "#/components/schemas/A"}}, {"name": "r", "in": "query", "schema": {"type": "string", "nullable": True}}]}}},
        "components": {"schemas": {"A": {"type": "object", "properties": {"p": {"type": "string"}, "q": {"$ref": "#/components/schemas/A"}}}}},
    }  # fmt: skip
    for rewrite in REWRITES:
        other = rewrite(spec)
        assert str(other) != str(spec), rewrite.__name__


def test_security_and_servers_copied_down_are_no_change() -> None:
    old = {
        "openapi": "3.0.3", "security": [{"key": []}], "servers": [{"url": "https://a.test/v1"}],
        "paths": {"/a": {"parameters": [{"name": "q", "in": "query", "schema": {"type": "string"}}], "get": {}}},
    }  # fmt: skip
    new = {
        "openapi": "3.1.0", "security": [{"key": []}], "servers": [{"url": "https://a.test/v1/"}],
        "paths": {"/a": {"get": {
            "security": [{"key": []}], "servers": [{"url": "https://a.test/v1"}],
            "parameters": [{"name": "q", "in": "query", "schema": {"type": ["string"]}}]}}},
    }  # fmt: skip
    assert compare(old, new, today=TODAY) == []


def test_a_path_variable_by_another_name_is_no_change() -> None:
    def spec(name: str) -> dict[str, Any]:
        parameter = {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        return {"openapi": "3.0.3", "paths": {f"/a/{{{name}}}": {"get": {"parameters": [parameter]}}}}

    assert compare(spec("id"), spec("modelId"), today=TODAY) == []
