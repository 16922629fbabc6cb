"""Every kind of body goes out as documented; what is read-only is never asked for."""

from __future__ import annotations

import datetime
import email
import inspect
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from loopback import Answer, Loopback
from render_support import Built

DONE = Answer(204)


def parts(request: Any) -> dict[str, list[tuple[str | None, str, bytes]]]:
    """The parts of a multipart request: name -> (file name, content type, content)."""
    text = f"Content-Type: {request.header('Content-Type')}\r\n\r\n".encode() + request.body
    found: dict[str, list[tuple[str | None, str, bytes]]] = {}
    for part in email.message_from_bytes(text).get_payload():
        name = part.get_param("name", header="content-disposition")
        kind = part.get_content_type() if part["Content-Type"] else ""
        found.setdefault(name, []).append((part.get_filename(), kind, part.get_payload(decode=True)))
    return found


def test_multipart_sends_files_fields_and_json(built: Built, server: Loopback) -> None:
    server.then(Answer(201))
    client = built.client(server.url)
    client.upload.upload(
        file=("a.txt", b"one"), files=[b"two", ("c.bin", b"three", "x/y")], note="n\u00e9", meta={"a": 1}, count=2
    )
    assert parts(server.requests[0]) == {
        "file": [("a.txt", "text/plain", b"one")],
        "files": [("upload", "application/octet-stream", b"two"), ("c.bin", "x/y", b"three")],
        "note": [(None, "", "n\u00e9".encode())],
        "meta": [(None, "application/json", b'{"a":1}')],
        "count": [(None, "", b"2")],
    }


def test_a_form_is_urlencoded(built: Built, server: Loopback) -> None:
    server.then(Answer(200, b"x=1", {"Content-Type": "application/x-www-form-urlencoded"}))
    built.client(server.url).form.form(a="1 &", b=["x", "y"], c=True)
    request = server.requests[0]
    assert request.header("Content-Type") == "application/x-www-form-urlencoded"
    assert parse_qsl(request.body.decode()) == [("a", "1 &"), ("b", "x"), ("b", "y"), ("c", "true")]


def test_raw_bodies_go_as_they_are(built: Built, server: Loopback) -> None:
    server.then(DONE)
    client = built.client(server.url)
    client.raw.put_raw(body=b"\x00\xff")
    client.raw.post_image(body=b"png")
    client.text.text(body="t\u00e9xt")
    client.xml.xml(body="<a/>")
    seen = [(r.header("Content-Type"), r.body) for r in server.requests]
    assert seen == [
        ("application/octet-stream", b"\x00\xff"), ("image/png", b"png"),
        ("text/plain; charset=utf-8", "t\u00e9xt".encode()), ("application/xml; charset=utf-8", b"<a/>"),
    ]  # fmt: skip


def test_parts_that_are_one_text_are_written_by_the_caller(built: Built, server: Loopback) -> None:
    server.then(DONE)
    built.client(server.url).batch.batch(body="--b\r\n\r\nx\r\n--b--")
    (request,) = server.requests
    assert request.body == b"--b\r\n\r\nx\r\n--b--"
    assert (request.header("Content-Type") or "").startswith("multipart/mixed;boundary=b")


def test_parts_that_the_caller_writes_are_sent_with_their_boundary(built: Built, server: Loopback) -> None:
    server.then(DONE)
    client = built.client(server.url)
    parts = b"preamble\r\n--a=b 'c'\r\n--a=b\r\n\r\nx\r\n--a=b--"
    for body in (parts, b"no parts", ("p", parts, "multipart/related; Boundary=c")):
        client.parts.parts(body=body)
    assert [(request.header("Content-Type"), request.body) for request in server.requests] == [
        ('multipart/mixed; boundary="a=b"', parts),
        ("multipart/mixed", b"no parts"),
        ("multipart/related; Boundary=c", parts),
    ]


def test_a_raw_body_may_be_given_with_a_name_and_a_media_type(built: Built, server: Loopback, tmp_path: Path) -> None:
    (tmp_path / "a.gif").write_bytes(b"gif")
    server.then(DONE)
    client = built.client(server.url)
    for body in (("a.gif", b"GIF", "image/gif"), ("a.gif", tmp_path / "a.gif"), tmp_path / "a.gif"):
        client.raw.post_image(body=body)
    assert [(request.header("Content-Type"), request.body) for request in server.requests] == [
        ("image/gif", b"GIF"), ("image/png", b"gif"), ("image/png", b"gif"),
    ]  # fmt: skip


def test_parts_go_under_the_multipart_type_that_is_documented(built: Built, server: Loopback) -> None:
    server.then(DONE)
    built.client(server.url).mixed.mixed(meta={"a": 1})
    assert server.requests[0].header("Content-Type").partition(";")[0] == "multipart/mixed"
    assert parts(server.requests[0]) == {"meta": [(None, "application/json", b'{"a":1}')]}


def test_json_is_preferred_and_the_others_are_named(built: Built, server: Loopback) -> None:
    server.then(DONE)
    client = built.client(server.url)
    client.both.both(name="n", at=datetime.datetime(2024, 1, 2, tzinfo=datetime.UTC), day=datetime.date(2024, 1, 2), kind="b")
    assert server.requests[0].json() == {"name": "n", "at": "2024-01-02T00:00:00Z", "day": "2024-01-02", "kind": "b"}
    assert "other-media-type /paths/~1both/post/requestBody/content" in built.notes("other-media-type")


def test_lists_maps_and_anything_are_one_argument(built: Built, server: Loopback) -> None:
    server.then(DONE)
    client = built.client(server.url)
    thing = built.models.Thing(id=1, name="n")
    client.list.list_(body=[thing, {"name": "m"}]) if hasattr(client.list, "list_") else client.list.list(body=[thing, {"name": "m"}])
    client.map.map(body={"k": thing})
    client.any.anything(body=[1, None])
    client.patch.patch(name="x")
    assert [request.json() for request in server.requests] == [
        [{"id": 1, "name": "n"}, {"name": "m"}], {"k": {"id": 1, "name": "n"}}, [1, None], {"name": "x"},
    ]  # fmt: skip
    assert server.requests[2].header("Content-Type") == "application/json"
    assert server.requests[3].header("Content-Type") == "application/merge-patch+json"


def test_read_only_properties_are_no_arguments_and_defaults_are_not_sent(built: Built, server: Loopback) -> None:
    client = built.client(server.url)
    assert list(inspect.signature(client.both.both).parameters) == ["name", "at", "day", "kind", "secret", "size", "extra_body"]
    server.then(DONE)
    client.onlyrequired.only_required(a="1", extra_body={"z": None})
    assert server.requests[0].json() == {"a": "1", "z": None}


def test_a_get_has_a_body_only_where_one_is_given(built: Built, server: Loopback) -> None:
    server.then(DONE)
    client = built.client(server.url)
    client.search.search()
    client.search.search(q="a")
    assert [(request.body, request.header("Content-Type")) for request in server.requests] == [
        (b"", None), (b'{"q":"a"}', "application/json"),
    ]  # fmt: skip


def test_an_optional_body_that_lacks_what_it_needs_is_not_sent_empty(built: Built, server: Loopback) -> None:
    """Adyen requires properties of bodies that it does not require."""
    server.then(DONE)
    client = built.client(server.url)
    client.form.form()
    client.settings.settings()
    client.profile.profile()
    client.profile.profile(extra_body={"name": "n"})
    assert [(request.body, request.header("Content-Type")) for request in server.requests] == [
        (b"", None), (b"{}", "application/json"), (b"", None), (b'{"name":"n"}', "application/json"),
    ]  # fmt: skip
    assert [request.header("Content-Length") for request in server.requests] == ["0", "2", "0", "12"]


def test_nothing_is_lost_and_what_is_not_taken_apart_is_named(built: Built) -> None:
    assert built.losses == []
    assert built.notes("schema-not-read") == [
        f"schema-not-read /paths/~1{path}/post/requestBody/content" for path in ("parts", "xml")
    ]
