"""Merging documents: what is one thing, what is a conflict, and that order means nothing."""

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

from generator.errors import Conflict, UnusableInput
from generator.ingest import find_document, read_page
from generator.merge import merge
from generator.repair import parse
from generator.spec.openapi import get, operations, references
from generator.values import Document, Note

PET = {
    "type": "object",
    "title": "Pet",
    "required": ["id", "name"],
    "properties": {
        "id": {"type": "integer"},
        "name": {"type": "string", "nullable": True},
        "kind": {"$ref": "#/components/schemas/Kind"},
        "owner": {"type": "object", "properties": {"name": {"type": "string"}, "age": {"type": "integer"}}},
    },
}
KIND = {"type": "string", "enum": ["CAT", "DOG"]}


def document(name: str, schemas: dict[str, Any] | None = None, cut: str | None = None, **fields: Any) -> Document:
    data: dict[str, Any] = {"openapi": "3.0.3", "info": {"title": name, "version": "1"}, "paths": {}}
    if schemas is not None:
        data["components"] = {"schemas": schemas}
    notes = (Note("repair", "document-cut", f"{name}#{cut}", "cut"),) if cut is not None else ()
    return Document(name, {**data, **fields}, notes)


def operation(identity: str = "getIt", **fields: Any) -> dict[str, Any]:
    return {"operationId": identity, "responses": {"200": {"description": "ok"}}, **fields}


def schemas_of(*documents: Document, **options: Any) -> Any:
    return merge(documents, **options)[0]["components"]["schemas"]


def pruned(schema: dict[str, Any], *without: str) -> dict[str, Any]:
    rest = copy.deepcopy(schema)
    for name in without:
        del rest["properties"][name]
    rest["required"] = [name for name in rest["required"] if name in rest["properties"]]
    return rest


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


def reversed_keys(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: reversed_keys(node[key]) for key in reversed(node)}
    return [reversed_keys(item) for item in node] if isinstance(node, list) else node


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


DIFFERENT = {
    "type": ({"type": "string"}, {"type": "integer"}, "/type"),
    "enum-value-more": (KIND, {"type": "string", "enum": ["CAT", "DOG", "COW"]}, "/enum"),
    "pattern": ({"type": "string", "pattern": "a"}, {"type": "string", "pattern": "^a$"}, "/pattern"),
    "nullable": ({"type": "string"}, {"type": "string", "nullable": True}, "/nullable"),
    "format": ({"type": "string"}, {"type": "string", "format": "uuid"}, "/format"),
    "true-is-not-one": ({"type": "integer", "default": 1}, {"type": "integer", "default": True}, "/default"),
    "property": (
        {"properties": {"a": {"type": "string"}}},
        {"properties": {"a": {"type": "array", "items": {}}}},
        "/properties/a/type",
    ),
    "required": (PET, {**PET, "required": ["id"]}, "/required"),
    "reference-or-not": ({"$ref": "#/components/schemas/Pet"}, {"type": "object"}, ""),
    "reference": ({"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}, "/$ref"),
    "union": ({"oneOf": [KIND]}, {"oneOf": [KIND, {"type": "integer"}]}, "/oneOf"),
    "list-or-map": ({"example": [], "allOf": []}, {"example": {}, "allOf": {}}, "/allOf"),
}  # fmt: skip


@pytest.mark.parametrize("name", DIFFERENT)
def test_a_component_defined_differently_is_a_conflict_with_both_values_and_places(name: str) -> None:
    left, right, below = DIFFERENT[name]
    with pytest.raises(Conflict) as caught:
        merge([document("b", {"X": right}), document("a", {"X": left})])
    lines = str(caught.value).splitlines()
    assert lines[0].startswith("The documents disagree in ")
    assert any(line.startswith(f"  /components/schemas/X{below}: a has ") and ", b has " in line for line in lines)


def test_all_conflicts_are_told_at_once() -> None:
    left = {name: {"type": "string"} for name in "pqr"}
    right = {name: {"type": "integer"} for name in "pqr"}
    with pytest.raises(Conflict) as caught:
        merge([document("a", left), document("b", right)])
    assert str(caught.value) == (
        "The documents disagree in 3 place(s):\n"
        '  /components/schemas/p/type: a has "string", b has "integer"\n'
        '  /components/schemas/q/type: a has "string", b has "integer"\n'
        '  /components/schemas/r/type: a has "string", b has "integer"\n'
        "One of them may be older: fetch all of them again. If they describe different APIs, "
        "give them a provider each."
    )


def test_text_that_differs_is_kept_once_and_noted() -> None:
    spec, notes = merge(
        [
            document("a", {"K": {**KIND, "description": "old"}}),
            document("b", {"K": {**KIND, "description": "new"}}),
        ]
    )
    assert spec["components"]["schemas"]["K"]["description"] == "old"
    assert [note.key for note in notes] == ["text-differs /components/schemas/K/description"]


def test_a_property_called_description_is_no_text() -> None:
    one = {"properties": {"description": {"type": "string"}}}
    two = {"properties": {"description": {"type": "integer"}}}
    with pytest.raises(Conflict, match="/components/schemas/X/properties/description/type"):
        merge([document("a", {"X": one}), document("b", {"X": two})])


def test_what_a_cut_took_away_is_no_difference() -> None:
    cut = {"type": "string", "enum": ["CAT"]}
    with pytest.raises(Conflict):
        merge([document("a", {"Kind": cut}), document("b", {"Kind": KIND})])
    whole = schemas_of(
        document("a", {"Kind": cut}, cut="/components/schemas/Kind/enum/0"), document("b", {"Kind": KIND})
    )
    assert whole == {"Kind": KIND}


def test_references_to_components_of_another_document_resolve() -> None:
    paths = {"/pets": {"get": operation(responses={"200": {"description": "ok", "content": {
        "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}})}}  # fmt: skip
    spec, _ = merge([document("a", paths=paths), document("b", {"Pet": PET, "Kind": KIND})])
    assert [ref for _, ref in references(spec) if not get(spec, ref[1:])] == []


def test_a_reference_to_a_sibling_file_becomes_a_local_one() -> None:
    one = document("pets", {"Pet": {"$ref": "./common.yaml#/components/schemas/Base"}})
    spec, _ = merge([one, document("common", {"Base": {"type": "object"}})])
    assert spec["components"]["schemas"]["Pet"] == {"$ref": "#/components/schemas/Base"}


def test_security_that_differs_moves_to_the_operations() -> None:
    paths = {"/a": {"get": operation("a"), "put": operation("p", security=[{"own": []}])}}
    spec, _ = merge([
        document("a", paths=paths, security=[{"key": []}]),
        document("b", paths={"/b": {"get": operation("b")}}, components={"securitySchemes": {"key": {}}}),
        document("c", paths={"/c": {"get": operation("c")}}, security=[{"other": []}]),
    ])  # fmt: skip
    assert "security" not in spec
    found = {f"{m} {p}": op.get("security") for p, item in spec["paths"].items() for m, op in item.items()}
    assert found == {
        "get /a": [{"key": []}], "put /a": [{"own": []}], "get /b": [], "get /c": [{"other": []}],
    }  # fmt: skip


def test_a_cut_document_without_security_has_that_of_the_others() -> None:
    spec, _ = merge([
        document("a", paths={"/a": {"get": operation("a")}}, security=[{"key": []}]),
        document("b", paths={"/b": {"get": operation("b")}}, cut="/paths/~1b/get/responses/200"),
    ])  # fmt: skip
    assert spec["security"] == [{"key": []}]
    assert "security" not in spec["paths"]["/b"]["get"]


def test_a_document_that_is_silent_about_security_has_that_of_its_servers() -> None:
    here, there = [{"url": "https://a.example"}], [{"url": "https://c.example"}]
    spec, _ = merge([
        document("a", paths={"/a": {"get": operation("a")}}, security=[{"key": []}], servers=here),
        document("b", paths={"/b": {"get": operation("b")}}, servers=here),
    ])  # fmt: skip
    assert spec["security"] == [{"key": []}]
    spec, _ = merge([
        document("a", paths={"/a": {"get": operation("a")}}, security=[{"key": []}], servers=here),
        document("b", paths={"/b": {"get": operation("b")}}, servers=here),
        document("c", paths={"/c": {"get": operation("c")}}, servers=there),
    ])  # fmt: skip
    assert "security" not in spec
    found = {path: item["get"]["security"] for path, item in spec["paths"].items()}
    assert found == {"/a": [{"key": []}], "/b": [{"key": []}], "/c": []}


def test_a_cut_document_has_the_first_security_where_the_others_differ() -> None:
    spec, _ = merge([
        document("a", paths={"/a": {"get": operation("a")}}, security=[{"key": []}]),
        document("b", paths={"/b": {"get": operation("b")}}, cut="/paths/~1b/get/responses/200"),
        document("c", paths={"/c": {"get": operation("c", security=[])}}),
    ])  # fmt: skip
    found = {path: item["get"]["security"] for path, item in spec["paths"].items()}
    assert found == {"/a": [{"key": []}], "/b": [{"key": []}], "/c": []}


def test_a_component_cut_twice_and_whole_once_is_whole() -> None:
    cut = "/components/schemas/Kind/enum/0"
    short = {"type": "string", "enum": ["CAT"]}
    documents = [
        document("a", {"Kind": short}, cut=cut),
        document("b", {"Kind": KIND}),
        document("c", {"Kind": short}, cut=cut),
    ]
    assert schemas_of(*documents) == {"Kind": KIND}
    for options in ({}, {"keep_both": True}):
        assert schemas_of(documents[0], documents[1], **options) == {"Kind": KIND}
    with pytest.raises(Conflict):
        merge([documents[0], documents[1], document("c", {"Kind": {**KIND, "enum": ["CAT", "DOG", "COW"]}})])


def test_servers_of_a_path_stay_its_own() -> None:
    own = {"servers": [{"url": "https://own.example"}], "get": operation("b")}
    spec, _ = merge([
        document("a", servers=[{"url": "https://a.example"}]),
        document("b", paths={"/b": own}, servers=[{"url": "https://b.example"}]),
    ])  # fmt: skip
    assert spec["paths"] == {"/b": own}


def test_servers_that_differ_move_to_the_operations() -> None:
    spec, _ = merge([
        document("a", paths={"/a": {"get": operation("a")}}, servers=[{"url": "https://a.example"}]),
        document("b", paths={"/b": {"get": operation("b")}}, servers=[{"url": "https://b.example"}]),
        document("c", paths={"/c": {"get": operation("c")}}, servers=[{"url": "https://a.example", "x": 1}]),
    ])  # fmt: skip
    assert spec["servers"] == [{"url": "https://a.example"}]
    assert [spec["paths"][path]["get"].get("servers") for path in ("/a", "/b", "/c")] == [
        None, [{"url": "https://b.example"}], None,
    ]  # fmt: skip


def test_parameters_of_a_path_that_differ_move_to_the_operations() -> None:
    shared = [{"name": "id", "in": "path", "required": True}, {"name": "q", "in": "query"}]
    own = {"name": "q", "in": "query", "required": True}
    spec, _ = merge([
        document("a", paths={"/p/{id}": {"parameters": shared, "get": operation("a", parameters=[own])}}),
        document("b", paths={"/p/{id}": {"put": operation("b")}}),
    ])  # fmt: skip
    assert spec["paths"]["/p/{id}"] == {
        "get": operation("a", parameters=[shared[0], own]), "put": operation("b"),
    }  # fmt: skip


def test_an_operation_in_two_documents_is_one_where_one_is_a_part() -> None:
    part = operation("a", parameters=[{"name": "q", "in": "query"}])
    whole = operation("a", parameters=[{"name": "r", "in": "query"}, {"name": "q", "in": "query"}], tags=["T"])
    spec, _ = merge([document("a", paths={"/p": {"get": part}}), document("b", paths={"/p": {"get": whole}})])
    assert spec["paths"]["/p"]["get"] == {
        **whole,
        "parameters": [{"name": "q", "in": "query"}, {"name": "r", "in": "query"}],
    }


def test_tags_unify_and_info_tells_of_every_document() -> None:
    spec, _ = merge([
        document("a", tags=[{"name": "T"}, {"name": "U"}], info={"title": "A", "description": "First."}),
        document("b", tags=[{"name": "T", "description": "t"}], info={"title": "B", "description": "2nd."}),
    ])  # fmt: skip
    assert spec["tags"] == [{"name": "T", "description": "t"}, {"name": "U"}]
    assert spec["info"] == {"title": "A", "description": "- **A**: First.\n- **B**: 2nd."}


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


REF_X = {"type": "object", "properties": {"x": {"$ref": "#/components/schemas/X"}}}


def test_kept_apart_different_components_have_names_of_their_own_and_references_follow() -> None:
    user = {"type": "object", "properties": {"x": {"$ref": "#/components/schemas/Ref"}}}
    spec, notes = merge(
        [
            document("b", {"X": {"type": "integer"}, "Ref": REF_X, "Own": user, "Same": KIND}),
            document("a", {"X": {"type": "string"}, "Ref": REF_X, "Same": KIND}),
        ],
        keep_both=True,
    )
    assert spec["components"]["schemas"] == {
        "X": {"type": "string"}, "X_b": {"type": "integer"},
        "Ref": REF_X, "Ref_b": {"type": "object", "properties": {"x": {"$ref": "#/components/schemas/X_b"}}},
        "Own": {"type": "object", "properties": {"x": {"$ref": "#/components/schemas/Ref_b"}}},
        "Same": KIND,
    }  # fmt: skip
    assert [note.key for note in notes] == [
        "component-kept-twice /components/schemas/Ref",
        "component-kept-twice /components/schemas/X",
    ]


def test_kept_apart_a_difference_spreads_through_all_that_refers_to_it() -> None:
    chain = {
        f"C{n}": {"type": "object", "properties": {"x": {"$ref": f"#/components/schemas/C{n + 1}"}}} for n in range(5)
    }
    documents = [document(name, {**chain, "C5": {"type": kind}}) for name, kind in (("a", "string"), ("b", "integer"))]
    schemas = schemas_of(*documents, keep_both=True)
    assert sorted(schemas) == sorted([f"C{n}{end}" for n in range(6) for end in ("", "_b")])
    assert schemas["C0_b"]["properties"]["x"] == {"$ref": "#/components/schemas/C1_b"}


def test_kept_apart_documents_that_agree_share_a_name() -> None:
    documents = [
        document(name, {"X": {"type": kind}})
        for name, kind in zip("abcd", ("string", "integer", "string", "integer"), strict=True)
    ]
    assert schemas_of(*documents, keep_both=True) == {"X": {"type": "string"}, "X_b": {"type": "integer"}}


def test_kept_apart_a_name_that_is_taken_is_not_taken_twice() -> None:
    documents = [
        document("a", {"X": {"type": "string"}, "X_b": {"type": "array", "items": {}}}),
        document("b", {"X": {"type": "integer"}}),
    ]
    assert set(schemas_of(*documents, keep_both=True)) == {"X", "X_b", "X_b-2"}


def test_kept_apart_mappings_and_security_follow_their_names() -> None:
    union = {
        "oneOf": [{"$ref": "#/components/schemas/X"}],
        "discriminator": {"propertyName": "t", "mapping": {"x": "X"}},
    }
    own = {"X": {"type": "object", "maxProperties": 1}, "U": union}
    documents = [
        document("a", {"X": {"type": "object"}}, security=[{"key": []}], paths={"/a": {"get": operation()}}),
        document("b", own, security=[{"key": []}], paths={"/b": {"get": operation()}}),
    ]
    for one, place in zip(documents, ("header", "query"), strict=True):
        one.data["components"]["securitySchemes"] = {"key": {"type": "apiKey", "in": place, "name": "k"}}
    spec, _ = merge(documents, keep_both=True)
    assert spec["components"]["schemas"]["U"] == {
        "oneOf": [{"$ref": "#/components/schemas/X_b"}],
        "discriminator": {"propertyName": "t", "mapping": {"x": "X_b"}},
    }
    assert spec["paths"]["/a"]["get"]["security"] == [{"key": []}]
    assert spec["paths"]["/b"]["get"]["security"] == [{"key_b": []}]
    assert "security" not in spec


def test_kept_apart_the_same_path_on_two_servers_is_two_operations() -> None:
    documents = [
        document(name, paths={"/users": {"get": operation("users")}, f"/{name}": {"get": operation("own")}},
                 servers=[{"url": f"https://{name}.example"}])
        for name in "ab"
    ]  # fmt: skip
    spec, notes = merge(documents, keep_both=True)
    assert {path: item["get"].get("servers") for path, item in spec["paths"].items()} == {
        "/a": None, "/users": None, "/b": [{"url": "https://b.example"}], "/users#b": [{"url": "https://b.example"}],
    }  # fmt: skip
    assert [note.key for note in notes] == ["operation-kept-twice /paths/~1users/get"]


def test_kept_apart_nothing_of_what_only_looks_alike_is_mixed() -> None:
    one, two = {"type": "object", "properties": {"a": {}}}, {"type": "object", "properties": {"b": {}}}
    assert schemas_of(document("a", {"E": one}), document("b", {"E": two}), keep_both=True) == {
        "E": one,
        "E_b": two,
    }


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
