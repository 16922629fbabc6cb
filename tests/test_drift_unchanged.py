"""No false alarm: a document that is made up, said in other words, is the same API.

tests/test_drift_real.py does the same to the real documents, and proves that each rewrite rewrites.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rewrites import REWRITES, as_3_0, bundled, dereferenced, described, renamed, reordered, wrapped

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


@pytest.mark.parametrize("rewrite", [rewrite for rewrite in REWRITES if rewrite is not as_3_0])
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
