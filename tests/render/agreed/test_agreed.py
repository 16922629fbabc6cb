"""What a document says twice, or in values instead of types, is read as one type that holds all of it."""

from __future__ import annotations

from loopback import Loopback, answer
from render_support import Built


def test_nothing_of_it_is_lost(built: Built) -> None:
    assert (built.code, built.losses) == (0, [])


def test_a_property_that_two_members_define_has_what_both_say(built: Built, server: Loopback) -> None:
    teams = [
        {"links": {"self": "s", "html": "h"}, "seen": 5, "note": None},
        {"links": {"self": "s"}, "seen": "2024-01-02T00:00:00Z", "note": "n"},
    ]
    server.then(*(answer(team) for team in teams))
    first, second = (built.client(server.url).teams.get_team("a") for _ in teams)
    assert (first.links.self_, first.links.html, first.seen, first.note) == ("s", "h", 5, None)
    assert (second.seen.year, second.note) == (2024, "n")
    assert [first.to_dict(), second.to_dict()] == teams


def test_an_argument_takes_each_kind_of_value(built: Built, server: Loopback) -> None:
    server.then(answer({}))
    client = built.client(server.url)
    client.teams.get_team("a", part="all")
    client.teams.get_team("a", part=["x", "y"])
    assert [one.query for one in server.requests] == ["part=all", "part=x&part=y"]
