"""Merging what documents say of all their operations: security, servers, parameters, tags."""

from __future__ import annotations

from merge_documents import document, operation

from generator.merge import merge


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


def test_tags_unify_and_info_tells_of_every_document() -> None:
    spec, _ = merge([
        document("a", tags=[{"name": "T"}, {"name": "U"}], info={"title": "A", "description": "First."}),
        document("b", tags=[{"name": "T", "description": "t"}], info={"title": "B", "description": "2nd."}),
    ])  # fmt: skip
    assert spec["tags"] == [{"name": "T", "description": "t"}, {"name": "U"}]
    assert spec["info"] == {"title": "A", "description": "- **A**: First.\n- **B**: 2nd."}
