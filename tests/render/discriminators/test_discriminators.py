"""The model that a value says it is, wherever the union stands: in answers, in other unions, in lists, below bases."""

from __future__ import annotations

from typing import Any

import pytest
from loopback import Loopback, answer
from render_support import Built

SAYS_A, SAYS_B = {"t": "a", "x": 1}, {"t": "b", "x": 1}


@pytest.mark.parametrize("method", ["inline", "shared"])
def test_a_union_that_stands_in_an_answer_is_told_by_its_discriminator(built: Built, server: Loopback, method: str) -> None:
    server.then(answer(SAYS_B), answer(SAYS_A))
    call = getattr(built.client(server.url).t, method)
    assert [type(call()), type(call())] == [built.models.B, built.models.A]


def test_so_are_those_in_its_lists_and_maps(built: Built, server: Loopback) -> None:
    client, models = built.client(server.url), built.models
    server.then(answer([SAYS_B, SAYS_A]), answer({"k": [SAYS_B]}))
    assert [type(one) for one in client.t.list()] == [models.B, models.A]
    assert type(client.t.map()["k"][0]) is models.B


def test_a_mapping_that_is_not_written_is_that_of_the_names(built: Built, server: Loopback) -> None:
    server.then(answer({"t": "B", "x": 1}), answer({"t": "A", "x": 1}))
    client = built.client(server.url)
    assert [type(client.t.implied()), type(client.t.implied())] == [built.models.B, built.models.A]


@pytest.mark.parametrize(
    ("field", "value", "wanted"),
    [
        ("animal", {"t": "Bird", "wings": 1}, "Bird"),
        ("animal", {"t": "BigLion"}, "BigLion"),
        ("animal", {"t": "Animal"}, "Animal"),
        ("animal", {"t": "unheard of", "roar": 1}, "Lion"),
        ("animal", {"t": "unheard of"}, "Animal"),
        ("lion", {"t": "BigLion", "size": 1}, "BigLion"),
        ("lion", {"t": "Lion"}, "Lion"),
        ("named", {"kind": "dog", "name": "x"}, "Dog"),
        ("named", {"name": "x"}, "Named"),
        ("owned", {"kind": "dog", "owner": "o"}, "BagOwnedDog"),
        ("login", {"name": "x"}, "Login"),
        ("login", {"token": "x"}, "Token"),
    ],
)
def test_the_model_is_the_one_that_it_says(built: Built, field: str, value: dict[str, Any], wanted: str) -> None:
    bag = built.models.Bag.from_dict({field: value})
    assert type(getattr(bag, field)).__name__ == wanted
    assert bag.to_dict() == {field: value}


def test_unions_of_unions_are_told_apart_by_the_discriminators_of_both(built: Built, server: Loopback) -> None:
    models = built.models
    things = [
        {"kind": "dog", "name": "n"}, {"type": "bike", "name": "n"}, {"type": "car", "of": {"kind": "dog", "of": {"type": "bike"}}},
        {"kind": "cat"},
    ]  # fmt: skip
    server.then(answer({"things": things, "animals": {"k": [{"t": "Bird"}]}}))
    bag = built.client(server.url).t.bag()
    assert [type(thing) for thing in bag.things] == [models.Dog, models.Bike, models.Car, models.Cat]
    assert type(bag.things[2].of.of) is models.Bike
    assert type(bag.animals["k"][0]) is models.Bird


def test_lists_and_maps_are_told_by_their_items(built: Built) -> None:
    models = built.models
    for value, item in ([{"kind": 1}], models.Kind1), ([{"kind": 2}], models.Kind2), (["a"], str):
        assert type(models.Bag.from_dict({"lists": value}).lists[0]) is item
    for value, item in ({"k": {"kind": 1}}, models.Kind1), ({"k": {"kind": 2}}, models.Kind2):
        assert type(models.Bag.from_dict({"maps": value}).maps["k"]) is item


def test_a_base_that_lists_its_heirs_is_the_union_of_them(built: Built) -> None:
    models = built.models
    value = {"form": "Oblong", "radius": 1.5, "inner": {"form": "o", "radius": 2.5}}
    bag = models.Bag.from_dict({"shapes": [value], "shape": value})
    for shape in bag.shapes[0], bag.shape:
        assert type(shape) is models.Oblong
        assert (type(shape.inner), shape.inner.radius) == (models.Round, 2.5)


def test_unions_of_recursive_unions_are_read_in_linear_time(built: Built) -> None:
    value: dict[str, Any] = {"type": "car"}
    for _ in range(25):
        value = {"kind": "dog", "of": {"type": "car", "of": value}}
    bag = built.models.Bag.from_dict({"things": [value]})
    assert bag.to_dict() == {"things": [value]}


def test_what_is_only_written_is_missed_by_no_answer(built: Built) -> None:
    assert "password: str | Unset = UNSET" in built.source("models/login.py")


def test_nothing_is_lost(built: Built) -> None:
    assert built.losses == []
