"""Every kind of answer has a type and is read as that."""

from __future__ import annotations

import datetime
import json

import pytest
from loopback import Answer, Loopback, answer
from render_support import Built

PET = {"name": "Rex"}


def given(body: bytes, media: str, status: int = 200) -> Answer:
    return Answer(status, body, {"Content-Type": media})


@pytest.mark.parametrize(
    ("resource", "method", "reply", "wanted", "accept"),
    [
        ("file", "get_file", given(b"%PDF\x00", "application/pdf"), b"%PDF\x00", "application/pdf"),
        ("image", "get_image", given(b"\x89PNG", "image/png"), b"\x89PNG", "image/jpeg"),
        ("starfile", "get_star_file", given(b"\x00", "x/y"), b"\x00", "*/*"),
        ("text", "get_text", given("h\u00e9".encode(), "text/plain; charset=utf-8"), "h\u00e9", "text/plain"),
        ("count", "get_count", given(b"\xef\xbb\xbf42", "text/plain"), 42, "text/plain"),
        ("csv", "get_csv", given(b"a,b", "text/csv"), "a,b", "text/csv"),
        ("xml", "get_xml", given(b"<a/>", "application/xml"), "<a/>", "application/xml"),
        ("ndjson", "get_lines", given(b"{}\n{}\n", "application/x-ndjson"), "{}\n{}\n", "application/x-ndjson"),
        ("jsonfile", "get_json_file", given(b"\x01", "application/zip"), b"\x01", "application/json"),
        ("scalar", "get_scalar", answer(5), 5, "application/json"),
        ("when", "get_when", answer("2024-01-02T03:04:05Z"), datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=datetime.UTC), "application/json"),
        ("maybe", "get_maybe", answer(None), None, "application/json"),
        ("maybe", "get_maybe", answer("x"), "x", "application/json"),
        ("free", "get_free", answer({"a": [1]}), {"a": [1]}, "application/json"),
        ("none", "delete_none", Answer(204), None, "application/json"),
    ],
)  # fmt: skip
def test_answers(built: Built, server: Loopback, resource: str, method: str, reply: Answer, wanted: object, accept: str) -> None:
    server.then(reply)
    found = getattr(getattr(built.client(server.url), resource), method)()
    assert found == wanted and type(found) in (type(wanted), type(found))
    assert server.requests[0].header("Accept") == accept


def test_json_of_any_name_decodes(built: Built, server: Loopback) -> None:
    pet = built.models.Pet
    client = built.client(server.url)
    server.then(answer(PET))
    assert type(client.star.get_star()) is pet
    assert type(client.textfirst.get_text_first()) is pet
    assert type(client.geo.get_geo()) is pet
    assert server.requests[-1].header("Accept") == "application/json"
    assert type(client.default.get_default()) is pet
    server.then(answer({"a": [PET]}), answer({"x": PET}))
    assert type(client.map.get_map()["a"][0]) is pet
    assert type(client.hal.get_hal().x) is pet


def test_each_success_status_has_its_own_type(built: Built, server: Loopback) -> None:
    client = built.client(server.url)
    server.then(answer(PET), answer({"job": "j"}, 201), Answer(202), answer([PET], 203))
    found = [client.several.several() for _ in range(4)]
    assert [type(one).__name__ for one in found] == ["Pet", "Job", "NoneType", "list"]
    assert "-> Pet | Job | list[Pet] | None:" in built.source("resources/several.py")


def test_a_204_is_empty_whatever_schema_it_is_given(built: Built, server: Loopback) -> None:
    client = built.client(server.url)
    server.then(answer({"job": "j"}), Answer(204), Answer(204), answer({"job": "j"}), answer({"a": 1}, 202))
    found = [client.tracking.get_tracking() for _ in range(2)] + [client.silent.get_silent() for _ in range(2)]
    assert [type(one).__name__ for one in found] == ["Job", "NoneType", "NoneType", "Job"]
    assert client.open.get_open() == {"a": 1}
    assert "-> Job | None:" in built.source("resources/tracking.py")
    assert "-> Job | None:" in built.source("resources/silent.py")
    assert "-> Job | Any:" in built.source("resources/open.py")


@pytest.mark.parametrize(
    ("body", "media", "wanted"),
    [
        (b"hello", "text/plain;charset=UTF-8", "hello"),
        (b"5", "text/plain", "5"),
        (b"", "text/plain", ""),
        (b'"hello"', "text/plain", "hello"),
        (b'"hello"', "application/json", "hello"),
    ],
)
def test_a_text_of_any_media_type_may_come_without_quotes(
    built: Built, server: Loopback, body: bytes, media: str, wanted: str
) -> None:
    server.then(given(body, media))
    assert built.client(server.url).said.get_said() == wanted


@pytest.mark.parametrize("media", ["application/json", "text/html"])
def test_a_text_that_came_as_json_or_as_a_page_is_held_to_it(built: Built, server: Loopback, media: str) -> None:
    server.then(given(b"<html>", media))
    with pytest.raises(built.part("_runtime.errors").DecodeError, match="not JSON"):
        built.client(server.url).said.get_said()


def test_the_default_is_an_error_beside_successes(built: Built, server: Loopback) -> None:
    errors = built.part("_runtime.errors")
    server.then(answer({"message": "no such"}, 404))
    with pytest.raises(errors.NotFoundError, match="no such"):
        built.client(server.url).several.several()


def test_an_event_stream_gives_models(built: Built, server: Loopback) -> None:
    body = "".join(f"data: {json.dumps({'name': name})}\n\n" for name in ("a", "b")).encode()
    server.then(given(body, "text/event-stream"))
    with built.client(server.url).events.get_events() as stream:
        assert [pet.name for pet in stream] == ["a", "b"]
    assert server.requests[0].header("Accept") == "text/event-stream"


def test_a_schema_of_what_is_not_taken_apart_is_named(built: Built) -> None:
    assert [note.partition("/paths/")[2].partition("/")[0] for note in built.notes("schema-not-read")] == ["~1xml"]


def test_nothing_is_lost(built: Built) -> None:
    assert built.losses == []
    assert len(built.report["operations"]["typed"]) == len(built.report["operations"]["spec"]) == 27
