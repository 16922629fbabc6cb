"""Unions decode to the right member: by discriminator, by constants, by required keys, by JSON type."""

from __future__ import annotations

import datetime
from typing import Any

from loopback import Loopback, answer
from render_support import Built


def test_the_discriminator_picks_the_model_and_a_mapping_may_name_one_twice(built: Built, server: Loopback) -> None:
    server.then(
        answer([{"kind": "cat", "breed": "x"}, {"kind": "dog"}, {"kind": "tom's"}, {"kind": "new", "breed": "b"}])
    )
    models = built.models
    pets = built.client(server.url).pets.list_pets()
    assert [type(pet) for pet in pets] == [models.Cat, models.Dog, models.Cat, models.Dog]
    assert pets[0].to_dict() == {"kind": "cat", "breed": "x"}


def test_a_path_parameter_may_be_a_union(built: Built, server: Loopback) -> None:
    server.then(answer({"kind": "dog", "lives": 1}))
    client = built.client(server.url)
    assert isinstance(client.pets.get_pet(7), built.models.Dog)
    assert isinstance(client.pets.get_pet("a b"), built.models.Dog)
    assert [request.target for request in server.requests] == ["/pets/7", "/pets/a%20b"]


def test_a_union_is_sent_as_a_model_or_as_plain_data(built: Built, server: Loopback) -> None:
    server.then(answer({}))
    client = built.client(server.url)
    client.pets.create_pet(body=built.models.Dog(kind="dog", breed="pug"))
    client.pets.create_pet(body={"kind": "cat"})
    assert [request.json() for request in server.requests] == [{"kind": "dog", "breed": "pug"}, {"kind": "cat"}]


def test_members_of_every_kind_are_told_apart(built: Built, server: Loopback) -> None:
    models = built.models
    body: dict[str, Any] = {
        "value": {"kind": "cat", "lives": 9}, "when": "2024-05-06T07:08:09Z",
        "many": ["text", {"kind": "dog"}], "by": {"a": {"kind": "cat"}},
        "maybe": {"side": 2, "shape": "square"}, "inner": {"note": "n", "radius": 3},
    }  # fmt: skip
    server.then(answer(body))
    bag = built.client(server.url).pets.create_pet(body={"kind": "cat"})
    assert type(bag.value) is models.Cat and bag.value.lives == 9
    assert bag.when == datetime.datetime(2024, 5, 6, 7, 8, 9, tzinfo=datetime.UTC)
    assert bag.many[0] == "text" and type(bag.many[1]) is models.Dog
    assert type(bag.by["a"]) is models.Cat
    assert type(bag.maybe) is models.Square and bag.maybe.side == 2
    assert bag.inner.note == "n" and bag.inner.radius == 3
    assert bag.to_dict() == body
    for value in ("s", 5, True, None):
        assert models.Bag.from_dict({"value": value}).value is value
    assert models.Bag.from_dict({"when": "2024-05-06"}).when == datetime.date(2024, 5, 6)
    assert models.Bag.from_dict({"maybe": None}).maybe is None


def test_an_inline_union_of_inline_objects_has_models(built: Built, server: Loopback) -> None:
    client = built.client(server.url)
    server.then(answer({"radius": 1.5}), answer({"width": 1, "height": 2}), answer(["a"]), answer("b"))
    found = [client.pets.get_shape() for _ in range(4)]
    assert found[0].radius == 1.5
    assert (found[1].width, found[1].height) == (1, 2)
    assert found[2:] == [["a"], "b"]


def test_members_with_equal_names_are_told_by_what_the_names_hold(built: Built) -> None:
    """BKK's references are lists in one dialect and maps in another."""
    models = built.models
    for stops, member in ([{"kind": "cat"}], models.Listed), ({"a": {"kind": "cat"}}, models.Mapped):
        bag = models.Bag.from_dict({"references": {"stops": stops}})
        assert type(bag.references) is member
        assert bag.to_dict() == {"references": {"stops": stops}}
    assert type(models.Bag.from_dict({"references": {"stops": []}}).references) is models.Listed


def test_enums_tell_members_apart_that_no_discriminator_does(built: Built) -> None:
    """Ideal Postcodes' emails are known by two results and unknown by one; PandaScore's deletions are of any type."""
    models = built.models
    for result, member in (("good", models.KnownEmail), ("bad", models.KnownEmail), ("unknown", models.UnknownEmail)):
        assert type(models.Bag.from_dict({"email": {"result": result, "free": None}}).email) is member
    for kind, change, member in (
        ("team", "made", models.OfTeam), ("match", "changed", models.OfMatch), ("match", "deleted", models.Deletion),
        ("player", "deleted", models.Deletion), ("match", "merged", models.OfMatch),
    ):  # fmt: skip
        incident = {"type": kind, "change": change}
        bag = models.Bag.from_dict({"incident": incident})
        assert type(bag.incident) is member, incident
        assert bag.to_dict() == {"incident": incident}


def test_nothing_is_lost(built: Built) -> None:
    assert (built.code, built.losses) == (0, [])
