"""Merging documents: what is one thing, and that order means nothing."""

from __future__ import annotations

import copy
import itertools
import json
import random
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from merge_documents import KIND, PET, document, operation, pruned, schemas_of
from notations import reversed_keys

from generator.errors import Conflict, UnusableInput
from generator.ingest import find_document, read_page
from generator.merge import merge
from generator.repair import parse
from generator.spec.openapi import get, operations, references
from generator.values import Document


def test_no_document_is_unusable() -> None:
    with pytest.raises(UnusableInput, match="no document to merge"):
        merge([])


def test_a_document_that_is_no_mapping_is_unusable() -> None:
    with pytest.raises(UnusableInput, match="pets: the document is no mapping"):
        merge([Document("pets", [])])  # type: ignore[arg-type]


def test_one_document_stays_what_it_is() -> None:
    only = document("pets", {"Pet": PET, "Kind": KIND}, paths={"/pets": {"get": operation()}})
    assert merge([only]) == (only.data, [])


def test_the_order_of_documents_and_keys_means_nothing() -> None:
    documents = [
        document("a", {"Pet": pruned(PET, "owner"), "Kind": KIND}, paths={"/a": {"get": operation("a")}}),
        document(
            "b",
            {"Pet": pruned(PET, "kind")},
            paths={"/b": {"get": operation("b")}, "/a": {"put": operation("p")}},
        ),
        document("c", {"Pet": {"properties": {"id": {"type": "integer"}}}}, tags=[{"name": "C"}]),
    ]
    expected = json.dumps(merge(documents)[0])
    for order in itertools.permutations(documents):
        turned = [Document(one.name, reversed_keys(one.data), one.notes) for one in order]
        assert json.dumps(merge(turned)[0]) == expected


def test_the_documents_are_not_changed() -> None:
    documents = [
        document("a", {"Pet": PET}, security=[{"k": []}], paths={"/p": {"parameters": [], "get": operation("a")}}),
        document(
            "b",
            {"Pet": pruned(PET, "id")},
            openapi="3.1.0",
            paths={"/p": {"servers": [], "put": operation("b")}},
        ),
    ]
    before = copy.deepcopy(documents)
    merge(documents)
    merge(documents, keep_both=True)
    assert documents == before


@pytest.mark.parametrize(
    "part",
    [
        pruned(PET, "owner"),
        pruned(PET, "id", "name", "kind", "owner"),
        {key: value for key, value in PET.items() if key != "type"},
        {"properties": {"id": {"type": "integer"}}},
        {"properties": {"owner": {"properties": {"age": {"type": "integer"}}}}},
        {},
        {**PET, "properties": {**PET["properties"], "owner": {}}},  # type: ignore[dict-item]
    ],
    ids=[
        "fewer-properties",
        "no-properties",
        "no-type",
        "only-a-property",
        "pruned-within",
        "emptied",
        "emptied-within",
    ],
)
def test_a_component_that_is_a_part_of_another_becomes_the_whole(part: dict[str, Any]) -> None:
    whole = {**PET, "required": ["id", "name"]}
    assert schemas_of(document("a", {"Pet": part}), document("b", {"Pet": PET})) == {"Pet": whole}
    assert schemas_of(document("a", {"Pet": PET}), document("b", {"Pet": part})) == {"Pet": whole}


def test_parts_pruned_to_different_properties_become_their_union() -> None:
    one, two = pruned(PET, "id", "kind"), pruned(PET, "name", "owner")
    del two["type"]
    assert schemas_of(document("a", {"Pet": one}), document("b", {"Pet": two})) == {"Pet": PET}


def test_references_to_components_of_another_document_resolve() -> None:
    paths = {"/pets": {"get": operation(responses={"200": {"description": "ok", "content": {
        "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}})}}  # fmt: skip
    spec, _ = merge([document("a", paths=paths), document("b", {"Pet": PET, "Kind": KIND})])
    assert [ref for _, ref in references(spec) if not get(spec, ref[1:])] == []


def test_a_reference_to_a_sibling_file_becomes_a_local_one() -> None:
    one = document("pets", {"Pet": {"$ref": "./common.yaml#/components/schemas/Base"}})
    spec, _ = merge([one, document("common", {"Base": {"type": "object"}})])
    assert spec["components"]["schemas"]["Pet"] == {"$ref": "#/components/schemas/Base"}


def test_an_operation_in_two_documents_is_one_where_one_is_a_part() -> None:
    part = operation("a", parameters=[{"name": "q", "in": "query"}])
    whole = operation("a", parameters=[{"name": "r", "in": "query"}, {"name": "q", "in": "query"}], tags=["T"])
    spec, _ = merge([document("a", paths={"/p": {"get": part}}), document("b", paths={"/p": {"get": whole}})])
    assert spec["paths"]["/p"]["get"] == {
        **whole,
        "parameters": [{"name": "q", "in": "query"}, {"name": "r", "in": "query"}],
    }


def test_3_0_joins_3_1_as_3_1() -> None:
    old = {
        "N": {"type": "string", "nullable": True, "enum": ["a"]},
        "M": {"allOf": [{"$ref": "#/components/schemas/N"}], "nullable": True},
        "E": {"type": "integer", "minimum": 1, "exclusiveMinimum": True, "nullable": False, "maximum": 5,
              "exclusiveMaximum": False},
        "P": {"type": "object", "properties": {"nullable": {"type": "boolean"}}},
    }  # fmt: skip
    spec, _ = merge([document("a", old), document("b", openapi="3.1.1")])
    assert spec["openapi"] == "3.1.0"
    assert spec["components"]["schemas"] == {
        "N": {"type": ["string", "null"], "enum": ["a", None]},
        "M": {"anyOf": [{"allOf": [{"$ref": "#/components/schemas/N"}]}, {"type": "null"}]},
        "E": {"type": "integer", "exclusiveMinimum": 1, "maximum": 5},
        "P": {"type": "object", "properties": {"nullable": {"type": "boolean"}}},
    }


def test_one_version_stays() -> None:
    assert merge([document("a", openapi="3.0.0"), document("b", openapi="3.0.3")])[0]["openapi"] == "3.0.3"
    assert merge([document("a", openapi="3.1.0"), document("b", openapi="3.2.0")])[0]["openapi"] == "3.2.0"


WORDS = [
    "properties", "type", "$ref", "required", "paths", "get", "components", "schemas", "X", "enum",
    "security", "servers", "tags", "info", "parameters", "allOf", "mapping", "openapi", "/p",
]  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(["a", "$ref", "#/components/schemas/X"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=4),
    max_leaves=25,
)
ROOT = ["openapi", "info", "paths", "components", "security", "servers", "tags", "webhooks"]
ANY_DOCUMENT = st.dictionaries(st.sampled_from(ROOT), JSON)


@settings(max_examples=120, deadline=None, derandomize=True, database=None)
@given(st.lists(ANY_DOCUMENT, min_size=1, max_size=3))
def test_broken_documents_merge_or_conflict_and_never_crash(datas: list[dict[str, Any]]) -> None:
    documents = [Document(name, data) for name, data in zip("abc", datas, strict=False)]
    one = json.dumps(merge(documents, keep_both=True)[0])
    assert json.dumps(merge(documents[::-1], keep_both=True)[0]) == one
    try:
        merge(documents)
    except Conflict as conflict:
        assert "disagree" in str(conflict)


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(st.randoms(use_true_random=False))
def test_pruning_anything_in_one_of_two_documents_changes_nothing(rng: random.Random) -> None:
    whole = {"Pet": PET, "Kind": KIND, "Owner": PET["properties"]["owner"]}  # type: ignore[index]
    part = copy.deepcopy(whole)
    for name in list(part):
        schema = part[name]
        if rng.random() < 0.2:
            del part[name]
        elif "properties" in schema:
            for key in [key for key in schema["properties"] if rng.random() < 0.5]:
                del schema["properties"][key]
            if "required" in schema:
                schema["required"] = [key for key in schema["required"] if key in schema["properties"]]
            if rng.random() < 0.5:
                del schema["type"]
    assert merge([document("a", part), document("b", whole)])[0]["components"] == {"schemas": whole}


def test_two_large_documents_merge_in_seconds() -> None:
    def large(name: str) -> Document:
        schemas = {
            f"S{n}": {
                **PET,
                "properties": {**PET["properties"], "n": {"$ref": f"#/components/schemas/S{n + 1}"}},
            }
            for n in range(3000)
        }  # type: ignore[dict-item]
        schemas["S3000"] = {"type": "string" if name == "a" else "integer"}
        return document(name, schemas, paths={f"/{name}/{n}": {"get": operation(f"{name}{n}")} for n in range(3000)})

    started = time.process_time()
    spec, notes = merge([large("a"), large("b")], keep_both=True)
    assert time.process_time() - started < 60
    assert (len(spec["components"]["schemas"]), len(notes)) == (6002, 3001)


SOURCE = Path(__file__).parent.parent / "specs" / "leonardo" / "source"


def published(page: str, name: str) -> Document:
    return parse(find_document(read_page(SOURCE / page)), name)


def test_the_documents_of_leonardo_are_one_spec_in_any_order() -> None:
    documents = [
        published("elements.1.txt", "elements"),
        published("models.txt", "models"),
        published("image-generation.txt", "image-generation"),
    ]
    spec, notes = merge(documents)
    assert notes == []
    for order in itertools.permutations(documents):
        assert json.dumps(merge(order)[0]) == json.dumps(spec)
    assert len(list(operations(spec))) == 14
    assert len(spec["components"]["schemas"]) == 65
    assert [ref for _, ref in references(spec) if get(spec, ref[1:]) is None] == []
    assert spec["security"] == [{"bearerAuth": []}]
    assert "properties" in spec["components"]["schemas"]["BlueprintExecution"]
