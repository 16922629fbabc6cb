"""A document of Swagger 2.0, with a part of it in other files, gives the client that its 3.0 would."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from loopback import Loopback, answer
from render_support import Built

SHIP = {"kind": "Tanker", "name": "Ada", "berth": 4, "captain": None, "launched": "2024-01-02T03:04:05Z", "barrels": 9}


@pytest.fixture
def client(built: Built, server: Loopback) -> Any:
    server.then(answer({}))
    return built.client(server.url)


def test_only_lists_that_openapi_3_cannot_write_are_named_as_lost(built: Built) -> None:
    assert built.code == 1
    assert [loss.partition(":")[0] for loss in built.losses] == [
        "list-separator spec#/paths/~1lists/get/parameters/3",
        "list-separator spec#/paths/~1lists/get/parameters/6",
        "list-separator spec#/paths/~1lists~1{ids}~1{bars}/get/parameters/1",
    ]
    assert [each["what"] for each in built.report["repairs"] if each["code"] == "swagger-2"] == [
        "Swagger 2.0, read as OpenAPI 3.0.3"
    ]


def test_the_address_is_that_of_host_and_path_over_https(built: Built) -> None:
    assert built.client(None).base_url == "https://harbour.example.com/v2"  # type: ignore[arg-type]


def test_a_discriminator_tells_the_heirs_and_x_nullable_admits_null(
    built: Built, client: Any, server: Loopback
) -> None:
    server.then(answer([SHIP, {"kind": "Ferry", "name": "Bo", "seats": 2}]))
    tanker, ferry = client.ships.list_ships(limit=5, x_trace="t")
    assert (type(tanker), type(ferry)) == (built.models.Tanker, built.models.Ferry)
    assert (tanker.captain, tanker.barrels, tanker.launched) == (None, 9, datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC))
    assert tanker.to_dict() == SHIP
    (request,) = server.requests
    assert (request.target, request.header("X-Trace")) == ("/ships?limit=5", "t")


def test_a_shared_body_and_shared_answers_are_typed(built: Built, client: Any, server: Loopback) -> None:
    server.then(answer(SHIP, status=201))
    ship = built.models.Tanker(kind="Tanker", name="Ada", flag="red", cargo={"oil": built.models.Crate(weight=1.5)})
    assert type(client.ships.add_ship(body=ship)) is built.models.Tanker
    assert server.requests[0].json() == {
        "kind": "Tanker", "name": "Ada", "flag": "red", "cargo": {"oil": {"weight": 1.5}},
    }  # fmt: skip
    server.then(answer({"message": "sunk"}, status=410))
    with pytest.raises(built.part("_runtime.errors").ClientError):
        client.ships.add_ship(body=ship)


def test_references_into_what_has_moved_follow_it(built: Built, client: Any, server: Loopback) -> None:
    server.then(answer(SHIP))
    assert type(client.ships.name_ship(7, name="Ada", captain=None)) is built.models.Tanker
    assert (server.requests[0].target, server.requests[0].json()) == ("/ships/7", {"name": "Ada", "captain": None})
    crate = built.models.Crate.from_dict({"weight": 1, "owner": {"id": 3}})
    assert crate.owner == built.models.ShipOwner(id=3)


@pytest.mark.parametrize(
    ("method", "seen"),
    [
        ("key", {"x-key": "key-0123456789"}), ("app", {"authorization": "Bearer key-0123456789"}), ("none", {}),
        ("basic", {"authorization": "Basic a2V5LTAxMjM0NTY3ODk6c2VjcmV0LXNlY3JldA=="}),
    ],
)  # fmt: skip
def test_security_definitions_say_where_the_key_goes(
    built: Built, server: Loopback, method: str, seen: dict[str, str]
) -> None:
    server.then(answer({}))
    getattr(built.client(server.url, api_secret="secret-secret").auth, method)()
    found = {name.lower(): value for name, value in server.requests[0].headers}
    assert {name: value for name, value in found.items() if name in ("authorization", "x-key")} == seen


def test_an_operation_with_other_schemes_has_its_own_address(built: Built) -> None:
    assert built.source("resources/ships.py").count('server="http://harbour.example.com/v2"') == 1


def test_lists_have_the_separators_of_their_collection_format(client: Any, server: Loopback) -> None:
    pair = ["a", "b"]
    client.lists.lists(
        plain=pair,
        csv=pair,
        ssv=pair,
        tsv="a\tb",
        pipes=[1, 2],
        multi=pair,
        nested=["a|b", "c"],
        x_ids=[1, 2],
        empty="",
    )
    (request,) = server.requests
    assert request.query.split("&") == [
        "csv=a,b", "empty=", "multi=a", "multi=b", "nested=a%7Cb,c", "pipes=1%7C2", "plain=a,b",
        "ssv=a%20b", "tsv=a%09b",
    ]  # fmt: skip
    assert request.header("X-Ids") == "1,2"
    client.lists.paths([1, 2], "a|b")
    assert server.requests[1].target == "/lists/1,2/a%7Cb"


def test_forms_are_urlencoded_or_have_parts(client: Any, server: Loopback) -> None:
    client.forms.plain(label="x", count=2, csv=["a", "b"], pipes=["a", "b"], multi=["a", "b"])
    client.forms.parts(label="x", photo=b"bytes", note="n")
    client.forms.photo(photo=b"bytes")
    plain, parts, photo = server.requests
    assert plain.header("Content-Type") == "application/x-www-form-urlencoded"
    assert plain.body == b"label=x&count=2&csv=a,b&multi=a&multi=b&pipes=a%7Cb"
    for request in (parts, photo):
        assert (request.header("Content-Type") or "").startswith("multipart/form-data")
        assert b'name="photo"' in request.body and b"bytes" in request.body
    assert b'name="label"' in parts.body and b'name="note"' in parts.body


def test_bytes_texts_and_files_are_sent_and_read_as_what_is_consumed_and_produced(
    client: Any, server: Loopback
) -> None:
    server.then(answer(raw=b"done", content_type="text/plain"))
    assert client.raw.send(body=b"\x00\x01") == "done"
    assert (server.requests[0].header("Content-Type"), server.requests[0].body) == (
        "application/octet-stream", b"\x00\x01",
    )  # fmt: skip
    server.then(answer(raw=b"%PDF", content_type="application/pdf"))
    assert client.raw.file() == b"%PDF"
    assert server.requests[0].header("Accept") == "application/pdf"
    server.then(answer(raw=b"\x89PNG", content_type="image/png"))
    assert client.raw.unsaid() == b"\x89PNG"
    server.then(answer({}))
    assert client.raw.nothing() is None
    server.then(answer({"message": "m"}, content_type="application/problem+json"))
    assert client.raw.problem(body={"kind": "Ferry", "name": "Bo"}).message == "m"
    assert server.requests[0].header("Content-Type") == "application/merge-patch+json"


def test_parts_of_the_document_in_other_files_are_read_in_the_same_words(
    built: Built, client: Any, server: Loopback
) -> None:
    server.then(answer({"depth": 1.5, "next": [{"depth": 2}]}))
    found = client.other.moor(page=[1, 2], depth=3.0)
    assert (server.requests[0].target, server.requests[0].json()) == ("/other?page=1,2", {"depth": 3.0})
    assert type(found.next[0]) is built.models.Berth
