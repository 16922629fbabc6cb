"""Every standard scheme sends the key where the document says, and nowhere else."""

from __future__ import annotations

import pytest
from loopback import Answer, Loopback
from render_support import Built

KEY = "key-0123456789"


@pytest.mark.parametrize(
    ("method", "seen"),
    [
        ("by_default", {"authorization": f"Bearer {KEY}"}), ("none", {}), ("header", {"x-api-key": KEY}),
        ("optional", {"x-api-key": KEY}), ("cookie", {"cookie": f"sid={KEY}"}), ("oauth", {"authorization": f"Bearer {KEY}"}),
        ("oidc", {"authorization": f"Bearer {KEY}"}),
        ("basic", {"authorization": "Basic a2V5LTAxMjM0NTY3ODk6c2VjcmV0LXNlY3JldA=="}),
    ],
)  # fmt: skip
def test_schemes(built: Built, server: Loopback, method: str, seen: dict[str, str]) -> None:
    server.then(Answer(204))
    getattr(built.client(server.url, api_secret="secret-secret").s, method)()
    found = {name.lower(): value for name, value in server.requests[0].headers}
    assert {name: value for name, value in found.items() if name in ("authorization", "x-api-key", "cookie")} == seen
    assert server.requests[0].query == ""


def test_a_key_in_the_query_and_two_at_once(built: Built, server: Loopback) -> None:
    server.then(Answer(204))
    client = built.client(server.url)
    client.s.query()
    client.s.both()
    assert [request.query for request in server.requests] == [f"api%20key={KEY}"] * 2
    assert [request.header("X-API-Key") for request in server.requests] == [None, KEY]


def test_the_key_comes_from_the_environment(built: Built, server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    env = built.name.removesuffix("_client").upper()
    monkeypatch.setenv(f"{env}_API_KEY", "from-the-environment")
    server.then(Answer(204))
    built.client(server.url, None).s.header()
    assert server.requests[0].header("X-API-Key") == "from-the-environment"


def test_a_key_that_is_documented_as_a_parameter_too_is_asked_for_and_sent_once(built: Built, server: Loopback) -> None:
    server.then(Answer(204))
    client = built.client(server.url)
    client.s.repeated(limit=2)
    client.s.otherwise(api_key="mine")
    client.with_options(default_query={"limit": 9, "b": 1}).s.repeated(limit=2)
    assert [request.query for request in server.requests] == [
        f"api%20key={KEY}&limit=2", "api%20key=mine", f"b=1&api%20key={KEY}&limit=2"
    ]  # fmt: skip


def test_of_two_keys_for_one_header_the_one_that_is_given_is_sent(built: Built, server: Loopback) -> None:
    server.then(Answer(204))
    built.client(server.url).s.either()
    built.client(server.url, api_secret="secret-secret").s.either()
    assert [request.header("Authorization") for request in server.requests] == [
        f"Bearer {KEY}", "Basic a2V5LTAxMjM0NTY3ODk6c2VjcmV0LXNlY3JldA==",
    ]  # fmt: skip
