"""Every cause for which published documents are refused or lose parts elsewhere, in one package that is used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from loopback import Answer, Loopback, answer
from render_support import Built, build_package

REFUSED: dict[str, Any] = {
    "1st": "s", "item": {"x": 1}, "nowhere": [1], "1": "t", "cased": "ASC", "misspelt": "m", "short": 2, "boolean": [1],
    "anything": {"a": 1}, "lower": {"lower": "l"}, "batch": {"y": 3}, "listed": {"name": "n"}, "untyped": "b", "null_enum": None,
    "constant": "fixed", "modern": None, "exclusive": 4, "placeholder": 5, "pattern": 6,
}  # fmt: skip
DEEP: dict[str, Any] = {
    "deep": {"deep": 1}, "escaped": 2, "path": {"escaped": 3}, "swagger": {"x": 4}, "name": {"x": 5}, "sibling": None, "gone": [1],
    "alias": "a",
}  # fmt: skip
TITLES: dict[str, Any] = {"one": {"inner": {"deep": 1}}, "two": {"b": "c"}, "three": {"c": "d"}, "bare": [1, "a"]}
COMPOSED: dict[str, Any] = {
    "beside": {"kind": "k", "size": "s", "own": 1}, "around": {"x": 1, "own": 2}, "narrowed": {"kind": "x", "size": "m"}, "scalar": None,
    "union": {"kind": "k"}, "members": [{"i": 1}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("method", "arguments", "body", "types"),
    [
        ("keys", (7,), REFUSED, {"item": "Item", "lower": "Item4A33EA", "batch": "BatchX", "cased": "RefusedCased", "listed": "RefusedListed"}),
        ("deep", (), DEEP, {"deep": "TitlesOneInner", "path": "Deep", "swagger": "Item", "name": "Item", "escaped": "int"}),
        ("titles", (), TITLES, {"one": "TitlesOne", "two": "TitlesTwo", "three": "TitlesThree"}),
        ("composed", (), COMPOSED, {"beside": "Beside", "around": "AroundItem", "narrowed": "ComposedNarrowed", "union": "Base"}),
    ],
)  # fmt: skip
def test_answers_decode_to_models_and_go_back_whole(
    built: Built, server: Loopback, method: str, arguments: tuple[Any, ...], body: dict[str, Any], types: dict[str, str]
) -> None:
    server.then(answer(body))
    found = getattr(built.client(server.url).t, method)(*arguments)
    assert found.to_dict() == body
    assert {name: type(getattr(found, name)).__name__ for name in types} == types


def test_a_nullable_path_parameter_is_required_and_scopes_that_are_no_list_are_read(built: Built, server: Loopback) -> None:
    server.then(answer(REFUSED), Answer(204))
    client = built.client(server.url)
    client.t.keys(7)
    client.t.scopes()
    assert [request.target for request in server.requests] == ["/keys/7", "/scopes"]
    assert [request.header("X-Key") for request in server.requests] == ["key-0123456789"] * 2


def test_errors_of_a_status_range_are_raised(built: Built, server: Loopback) -> None:
    server.then(answer({"message": "not so"}, 422))
    with pytest.raises(built.part("_runtime.errors").UnprocessableEntityError, match="not so"):
        built.client(server.url).t.keys(7)


def test_operations_without_responses_ids_or_declared_variables_are_called(built: Built, server: Loopback) -> None:
    server.then(Answer(204))
    client = built.client(server.url)
    client.t.none()
    client.t.get_same()
    client.t.post_same()
    client.t.put_same()
    client.t.undeclared("a", "b/c")
    assert [f"{request.method} {request.target}" for request in server.requests] == [
        "DELETE /none", "GET /same", "POST /same", "PUT /same", "GET /undeclared/a/b%2Fc",
    ]  # fmt: skip


def test_wrong_defaults_and_a_parameter_called_body_are_sent_as_given(built: Built, server: Loopback) -> None:
    server.then(Answer(204))
    built.client(server.url).t.defaults(wrong=1, other="a", body={"a": "b"})
    assert server.requests[0].query == "body=%7B%22a%22%3A%22b%22%7D&other=a&wrong=1"


def test_one_body_and_one_answer_of_several_media_types(built: Built, server: Loopback) -> None:
    client = built.client(server.url)
    server.then(Answer(204), answer({"x": 1}), answer({"x": 2}), Answer(200, b"ID3", {"Content-Type": "audio/mpeg"}))
    client.t.both(x=1)
    found = client.t.either(a="1"), client.t.star(), client.t.sound()
    assert found == (built.models.Item(x=1), built.models.Item(x=2), b"ID3")
    assert [request.body for request in server.requests[:2]] == [b'{"x":1}', b'{"a":"1"}']


def test_only_what_leads_nowhere_is_lost(built: Built) -> None:
    assert [loss.partition(":")[0] for loss in built.losses] == [
        "dangling-ref /components/schemas/Alias",
        "dangling-ref /components/schemas/Deep/properties/alias",
        "dangling-ref /components/schemas/Deep/properties/gone",
    ]


def test_a_document_of_3_2_is_read(tmp_path: Path, server: Loopback) -> None:
    built = build_package(tmp_path, Path(__file__).with_name("newer.yaml"))
    server.then(answer({"x": 1}), answer({"x": 2}), Answer(204))
    client = built.client(server.url)
    assert (client.t.query_things(where="w").x, client.t.get_things(q={"a": "b c"}).x) == (1, 2)
    client.t.copy_things()
    assert [f"{request.method} {request.target}" for request in server.requests] == ["QUERY /things", "GET /things?a=b%20c", "COPY /things"]
    assert built.losses == []


def test_a_document_of_webhooks_alone_is_an_empty_client_that_names_them(tmp_path: Path) -> None:
    built = build_package(tmp_path, Path(__file__).with_name("webhooks.yaml"))
    assert (built.losses, built.notes(), built.module.__name__) == ([], ["webhook-left-out /webhooks/made"], built.name)
