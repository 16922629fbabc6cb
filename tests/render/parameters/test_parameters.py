"""Parameters of every place and style are written as OpenAPI says."""

from __future__ import annotations

import datetime
from typing import Any
from urllib.parse import parse_qsl

import pytest
from loopback import Answer, Loopback
from render_support import Built

DONE = Answer(204)


@pytest.mark.parametrize(
    ("given", "query"),
    [
        ({"limit": 5}, "limit=5"),
        ({"shared": "a&b=c d"}, "shared=a%26b%3Dc%20d"),
        ({"form": ["a", "b"]}, "form=a&form=b"),
        ({"formflat": ["a", "b,c"]}, "formflat=a,b%2Cc"),
        ({"space": ["a", "b"]}, "space=a%20b"),
        ({"pipe": [1, 2]}, "pipe=1%7C2"),
        ({"pipeboom": [1, 2]}, "pipeboom=1&pipeboom=2"),
        ({"deep": {"a": 1, "b": "x y"}}, "deep%5Ba%5D=1&deep%5Bb%5D=x%20y"),
        ({"range": {"gte": datetime.date(2024, 1, 2), "in": ["low", "high"]}}, "range%5Bgte%5D=2024-01-02&range%5Bin%5D%5B%5D=low&range%5Bin%5D%5B%5D=high"),
        ({"range": None}, ""),
        ({"ranges": [{"gte": "2024-01-02"}, {"in": ["low"]}]}, "ranges%5B0%5D%5Bgte%5D=2024-01-02&ranges%5B1%5D%5Bin%5D%5B%5D=low"),
        ({"words": "a b"}, "words=a%20b"),
        ({"obj": {"k": "v", "l": "w"}}, "k=v&l=w"),
        ({"objflat": {"k": "v", "l": "w"}}, "objflat=k,v,l,w"),
        ({"json": {"a": 1}}, "json=%7B%22a%22%3A1%7D"),
        ({"ids": [1, 2]}, "ids%5B%5D=1&ids%5B%5D=2"),
        ({"flag": False}, "flag=false"),
        ({"when": datetime.datetime(2024, 1, 2, tzinfo=datetime.UTC)}, "when=2024-01-02T00%3A00%3A00Z"),
        ({"raw": "a/b?c"}, "raw=a/b?c"),
        ({}, ""),
    ],
)
def test_query_styles(built: Built, server: Loopback, given: dict[str, Any], query: str) -> None:
    server.then(DONE)
    built.client(server.url).search.search("y z", **given)
    assert (server.requests[0].path, server.requests[0].query.replace("%2C", ",", 0)) == ("/search/y%20z", query)


def test_headers_and_cookies(built: Built, server: Loopback) -> None:
    server.then(DONE)
    built.client(server.url).search.search("x", x_trace="t", x_list=["a", "b"], session="s1")
    request = server.requests[0]
    assert (request.header("X-Trace"), request.header("X-List"), request.header("Cookie")) == ("t", "a,b", "session=s1")


def test_lists_and_objects_in_headers_and_cookies(built: Built, server: Loopback) -> None:
    server.then(DONE)
    level = built.models.Level
    built.client(server.url).search.search(
        "x", x_levels=[level.LOW, "new"], x_object={"a": 1, "b": 2}, flags=["a", "b;c"], flat=[1, 2]
    )
    request = server.requests[0]
    assert (request.header("X-Levels"), request.header("X-Object")) == ("low,new", "a=1,b=2")
    assert request.header("Cookie") == "flags=a; flags=b%3Bc; flat=1,2"


def test_models_are_parameters_too(built: Built, server: Loopback) -> None:
    models = built.models
    server.then(DONE)
    model = models.Range(gte=datetime.date(2024, 1, 2), **{models.Range._FIELDS["in"]: [models.Level.LOW]})
    built.client(server.url).search.search("x", range=model)
    assert server.requests[0].query == "range%5Bgte%5D=2024-01-02&range%5Bin%5D%5B%5D=low"


def test_path_styles(built: Built, server: Loopback) -> None:
    server.then(DONE)
    built.client(server.url).m.styles(["a", "b"], ["c", "d"], ["e", "f/g"], {"k": "v", "l": "w"})
    assert server.requests[0].target == "/m/;matrix=a;matrix=b/l.c,d/s/e,f%2Fg/o/k=v,l=w"


def test_names_that_collide_stay_apart(built: Built, server: Loopback) -> None:
    import inspect

    client = built.client(server.url)
    names = [name for name in inspect.signature(client.clash.clash).parameters]
    assert len(names) == len(set(names)) == 22
    server.then(DONE)
    client.clash.clash("p", **{name: ["v"] if name == "list" else f"v-{name}" for name in names[1:] if name != "extra_body"})
    sent = parse_qsl(server.requests[0].query)
    assert sorted(key for key, _ in sent) == sorted([
        "id", "self", "timeout", "body", "extra_body", "path", "class", "fooBar", "foo-bar", "$filter", "1st", "UNSET", "Mapping", "cls", "list",
    ])  # fmt: skip
    assert server.requests[0].header("id") is not None
    assert server.requests[0].json().keys() == {"id", "body", "self", "extra_body"}


def test_nothing_is_lost(built: Built) -> None:
    assert built.losses == []
