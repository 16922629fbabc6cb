"""Paths that carry a query string or a fragment: what they fix is sent, once, and a fragment never."""

from __future__ import annotations

from typing import Any

import pytest
from loopback import Answer, Loopback
from render_support import Built


@pytest.fixture
def client(built: Built, server: Loopback) -> Any:
    server.then(Answer(200, b'["a"]', {"Content-Type": "application/json"}))
    return built.client(server.url)


def test_nothing_of_it_is_lost(built: Built) -> None:
    assert (built.code, built.losses) == (0, [])


def test_methods_on_one_path_send_the_query_string_that_tells_them_apart(client: Any, server: Loopback) -> None:
    client.photos.search(text="a&b #1")
    client.photos.info(id="x/y")
    assert [one.target for one in server.requests] == [
        "/rest?method=photos.search&format=json&text=a%26b%20%231",
        "/rest?method=photos.info&id=x%2Fy",
    ]


def test_a_query_string_of_one_path_is_arguments(client: Any, server: Loopback) -> None:
    client.exports.export(full="1", filename="a b.csv")
    assert sorted(server.requests[0].target.partition("?")[2].split("&")) == ["filename=a%20b.csv", "full=1"]


def test_a_fragment_tells_operations_apart_and_is_not_sent(client: Any, server: Loopback) -> None:
    client.root.add_tags(action="AddTags", tag=["a", "b"])
    client.root.remove_tags(action="RemoveTags")
    client.tags.remove("x", force=True)
    assert [one.target for one in server.requests] == [
        "/?Action=AddTags&Tag=a&Tag=b",
        "/?Action=RemoveTags",
        "/tags/x?force=true",
    ]


def test_what_no_url_may_hold_is_quoted_in_a_path_and_its_query(client: Any, server: Loopback) -> None:
    client.places.get()
    client.places.list()
    assert [one.target for one in server.requests] == [
        "/a%20place/%C3%A9t%C3%A9?lang=fr%20%C3%A7a&x=%26",
        "/a%20place/%C3%A9t%C3%A9",
    ]
