"""The walk over a document by the grammar of OpenAPI."""

from __future__ import annotations

from typing import Any

import pytest
from mutations import damaged, spec_3_0, spec_3_1

from generator.errors import GeneratorError
from generator.spec.edits import apply_edits
from generator.spec.grammar import OBJECTS, REFERABLE
from generator.spec.openapi import leads
from generator.spec.schemas import schemas
from generator.spec.walk import INDEXED, nodes, objects, referring, schemas_with, shared_walks
from generator.values import REMOVED, Edit


@pytest.mark.parametrize("make", [spec_3_0, spec_3_1])
def test_the_schemas_of_a_correct_document_are_those_that_the_plain_walk_finds(make: Any) -> None:
    assert sorted(at.pointer for at in nodes(make(), "schema")) == sorted(at.pointer for at in schemas(make()))


def test_an_index_of_thousands_of_digits_leads_nowhere() -> None:
    assert leads({"a": [1]}, "#/a/0")
    assert not leads({"a": [1]}, "#/a/" + "9" * 5000)


def test_what_is_no_schema_is_listed_where_one_belongs() -> None:
    spec = {
        "components": {
            "schemas": {"A": "text", "B": {"properties": {"type": 5, "x": {"items": None}}, "example": {"items": 1}}}
        }
    }
    assert [tuple(at) for at in nodes(spec, "schema")] == [
        ("/components/schemas/A", "text"),
        ("/components/schemas/B", spec["components"]["schemas"]["B"]),
        ("/components/schemas/B/properties/type", 5),
        ("/components/schemas/B/properties/x", {"items": None}),
        ("/components/schemas/B/properties/x/items", None),
    ]


def test_references_are_listed_and_not_followed() -> None:
    spec = {"paths": {"/a": {"get": {"parameters": [{"$ref": "#/x", "schema": {}}, {"name": "q", "schema": {}}]}}}}
    at = "/paths/~1a/get/parameters"
    assert [each.pointer for each in nodes(spec, "parameter")] == [f"{at}/0", f"{at}/1"]
    assert [pointer for pointer, _ in objects(spec, "parameter")] == [f"{at}/1"]
    assert [each.pointer for each in nodes(spec, "schema")] == [f"{at}/1/schema"]


def test_a_vendors_own_fields_are_not_paths_or_responses_but_a_component_may_be_called_so() -> None:
    spec = {
        "paths": {"x-a": {}, "/b": {"get": {"responses": {"x-c": {}, "200": {}}}}},
        "components": {"responses": {"x-d": {}}},
    }
    assert [at.pointer for at in nodes(spec, "path_item")] == ["/paths/~1b"]
    assert [at.pointer for at in nodes(spec, "response")] == [
        "/paths/~1b/get/responses/200",
        "/components/responses/x-d",
    ]


def test_a_walk_that_is_kept_finds_what_a_new_one_finds_after_every_edit() -> None:
    for seed in range(40):
        spec = damaged((spec_3_0, spec_3_1)[seed % 2](), seed, 3)
        with shared_walks():
            for kind in ("schema", "operation", "parameter", "path_item"):
                for pointer in [at.pointer for at in nodes(spec, kind)][:4]:
                    try:
                        spec, _ = apply_edits(spec, "rule", [Edit(pointer, REMOVED if seed % 3 else {"type": "x"}, "")])
                    except GeneratorError:  # an earlier edit took the place away
                        continue
                    kept = {kind: nodes(spec, kind) for kind in OBJECTS}
                    assert kept == _anew(spec)


def test_schemas_by_keyword_are_those_of_the_walk_that_have_it() -> None:
    for seed in range(20):
        spec = damaged((spec_3_0, spec_3_1)[seed % 2](), seed, 3)
        with shared_walks():
            for keywords in (
                *((keyword,) for keyword in sorted(INDEXED)),
                ("enum", "default"),
                ("anyOf", "oneOf", "$ref"),
            ):
                expected = [
                    at
                    for at in nodes(spec, "schema")
                    if isinstance(at.value, dict) and not at.value.keys().isdisjoint(keywords)
                ]
                assert list(schemas_with(spec, *keywords)) == expected
    assert [pointer for pointer, _ in schemas_with(spec_3_0(), "enum")]


def test_references_by_kind_are_those_of_the_walk() -> None:
    for seed in range(20):
        spec = damaged((spec_3_0, spec_3_1)[seed % 2](), seed, 3)
        with shared_walks():
            for kind in REFERABLE:
                expected = [at for at in nodes(spec, kind) if isinstance(at.value, dict) and "$ref" in at.value]
                assert referring(spec, kind) == expected
    assert {kind for kind in REFERABLE if referring(spec_3_1(), kind)} >= {"schema", "parameter", "response"}


def _anew(spec: dict[str, Any]) -> dict[str, Any]:
    with shared_walks():
        return {kind: nodes(spec, kind) for kind in OBJECTS}
