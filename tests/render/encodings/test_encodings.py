"""Bodies whose `encoding` says how each property is written: styles of forms, content types of parts, arrays of both."""

from __future__ import annotations

import datetime
import email
import inspect
from typing import Any
from urllib.parse import unquote

import pytest
from loopback import Answer, Loopback
from render_support import Built

NEW_YEAR = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"plain": ["a", "b"]}, "plain=a&plain=b"),
        ({"object": {"a": 1, "at": NEW_YEAR}}, 'object={"a":1,"at":"2024-01-01T00:00:00Z"}'),
        ({"deep": {"x": {"y": 1, "zs": ["p", "q"]}, "when": NEW_YEAR}}, "deep[x][y]=1&deep[x][zs][]=p&deep[x][zs][]=q&deep[when]=2024-01-01T00:00:00Z"),
        ({"deeplist": ["a", "b"]}, "deeplist[]=a&deeplist[]=b"),
        ({"deepobjects": [{"a": 1}, {"a": 2}]}, "deepobjects[0][a]=1&deepobjects[1][a]=2"),
        ({"flat": [1, 2]}, "flat=1,2"),
        ({"piped": [1, 2]}, "piped=1|2"),
        ({"exploded": {"k": "v w"}}, "k=v w"),
        ({"json": [{"a": 1}]}, 'json=[{"a":1}]'),
        ({"link": "a/b?c"}, "link=a/b?c"),
        ({"level": "high", "nothing": None}, "level=high"),
        ({}, ""),
    ],
)  # fmt: skip
def test_a_form_writes_each_property_as_it_says(built: Built, server: Loopback, given: dict[str, Any], sent: str) -> None:
    server.then(Answer(204))
    built.client(server.url).t.form(**given)
    assert server.requests[0].header("Content-Type") == "application/x-www-form-urlencoded"
    assert unquote(server.requests[0].body.decode().replace("+", " ")) == sent


def test_models_in_a_form_are_written_like_plain_data(built: Built, server: Loopback) -> None:
    meta = built.models.Meta
    server.then(Answer(204))
    built.client(server.url).t.form(deepobjects=[meta(a=1)], object=meta(a=2))
    assert unquote(server.requests[0].body.decode()) == 'deepobjects[0][a]=1&object={"a":2}'


def test_a_form_may_be_one_of_several_models(built: Built, server: Loopback) -> None:
    client = built.client(server.url)
    assert inspect.signature(client.t.either).parameters["body"].annotation == "Meta | Mapping[str, Any] | Other"
    server.then(Answer(204))
    client.t.either(body=built.models.Other(o="x"))
    assert server.requests[0].body == b"o=x"


def test_parts_have_the_content_type_that_fits_the_file(built: Built, server: Loopback) -> None:
    server.then(Answer(204))
    built.client(server.url).t.parts(
        files=[("a.gif", b"1"), ("b.pdf", b"2"), ("c.png", b"3", "image/x-own")], picture=b"4", untyped=b"5", packed="Ng==",
        metas=[built.models.Meta(a=1), {"a": 2}], xml="<a/>", words=["x", "y"], joined=["x", "y"], one_or_more=[b"7", b"8"],
        deep=built.models.Meta(a=3),
    )  # fmt: skip
    request = server.requests[0]
    text = f"Content-Type: {request.header('Content-Type')}\r\n\r\n".encode() + request.body
    found = [
        (part.get_param("name", header="content-disposition"), part["Content-Type"], part.get_payload(decode=True))
        for part in email.message_from_bytes(text).get_payload()
    ]
    assert sorted(found, key=lambda part: str(part[0])) == [
        ("deep[a]", None, b"3"), ("files", "image/gif", b"1"), ("files", "image/png", b"2"), ("files", "image/x-own", b"3"),
        ("joined", None, b"x,y"), ("metas", "application/json", b'{"a":1}'), ("metas", "application/json", b'{"a":2}'),
        ("one_or_more", "application/octet-stream", b"7"), ("one_or_more", "application/octet-stream", b"8"),
        ("packed", None, b"Ng=="), ("picture", "image/png", b"4"), ("untyped", "application/octet-stream", b"5"),
        ("words", None, b"x"), ("words", None, b"y"), ("xml", "text/xml", b"<a/>"),
    ]  # fmt: skip


def test_what_is_bytes_is_an_argument_for_files(built: Built) -> None:
    parameters = inspect.signature(built.client("http://127.0.0.1:9").t.parts).parameters
    files = {name for name, each in parameters.items() if "FileTypes" in str(each.annotation)}
    assert files == {"files", "picture", "untyped", "one_or_more"}


def test_nothing_is_lost(built: Built) -> None:
    assert built.losses == []
