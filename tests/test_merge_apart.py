"""Merging documents of different APIs: what differs is kept twice, under names of its own."""

from __future__ import annotations

from merge_documents import KIND, document, operation, schemas_of

from generator.merge import merge

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
