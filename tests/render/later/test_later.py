"""What came with OpenAPI 3.2: methods beyond those of HTTP's own list, and parameters that are the query string."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from loopback import Answer, Loopback
from render_support import Built

THING = Answer(200, b'{"id": "a", "made": "2024-01-02T00:00:00Z"}', {"Content-Type": "application/json"})
NAMES = Answer(200, b'["a"]', {"Content-Type": "application/json"})


@pytest.fixture
def client(built: Built, server: Loopback) -> Any:
    return built.client(server.url)


def test_nothing_of_it_is_lost(built: Built) -> None:
    assert (built.code, built.losses) == (0, [])


def test_methods_of_their_own_are_sent_and_their_answers_typed(built: Built, client: Any, server: Loopback) -> None:
    server.then(THING, Answer(204))
    copied = client.things.copy("a", destination="/b")
    assert (type(copied), copied.made.year) == (built.models.Thing, 2024)
    assert client.things.link_things_by_id("a", to="b") is None
    first, second = server.requests
    assert (first.method, first.target, first.header("Destination")) == ("COPY", "/things/a?token=key-0123456789", "/b")
    assert (second.method, second.json()) == ("LINK", {"to": "b"})


def test_the_method_query_has_a_body(client: Any, server: Loopback) -> None:
    server.then(Answer(200, b'[{"id": "a"}]', {"Content-Type": "application/json"}))
    assert [(type(thing).__name__, thing.id) for thing in client.things.find("x", text="y")] == [("Thing", "a")]
    assert (server.requests[0].method, server.requests[0].json()) == ("QUERY", {"text": "y"})


def test_parts_without_names_are_written_by_the_caller(client: Any, server: Loopback) -> None:
    server.then(Answer(204))
    assert client.things.parts(body=b"--x--") is None
    assert (server.requests[0].body, server.requests[0].header("Content-Type")) == (b"--x--", "multipart/mixed")


@pytest.mark.parametrize(
    ("name", "given", "query"),
    [
        ("form", {"filter": {"text": "a&b", "tag": ["x", "y z"], "size": 2}}, "text=a%26b&tag=x&tag=y%20z&size=2"),
        ("json", {"selector": {"id": "a&b"}}, "%7B%22id%22%3A%22a%26b%22%7D"),
        ("json", {}, ""),
        ("text", {"line": "a=b c"}, "a%3Db%20c"),
    ],
)
def test_a_parameter_is_the_whole_query_string(
    client: Any, server: Loopback, name: str, given: dict[str, Any], query: str
) -> None:
    server.then(NAMES)
    assert getattr(client.search, name)(**given) == ["a"]
    assert server.requests[0].query == "token=key-0123456789" + (f"&{query}" if query else "")


def test_the_async_client_sends_the_same(built: Built, server: Loopback) -> None:
    server.then(NAMES)

    async def run() -> None:
        async with built.async_client(server.url) as client:
            await client.search.text(line="x")

    asyncio.run(run())
    assert (server.requests[0].method, server.requests[0].target) == ("SEARCH", "/query?token=key-0123456789&x")
