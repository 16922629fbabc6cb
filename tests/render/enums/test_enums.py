"""Enums of every type; each value has a member, comes back as that value, and unknown ones stay plain."""

from __future__ import annotations

import enum
from typing import Any

import pytest
from loopback import Loopback, answer
from render_support import Built

VALUES: dict[str, list[Any]] = {
    "case": ["a", "A", "a b", "a-b", "a_b"], "stars": ["a★", "a☆", "★", ""],
    "words": ["class", "None", "True", "name", "value", "mro", "_x", "1", "über", "中文", "name_", "self"],
    "number": [1.5, 2, 1e30, -0.5], "integer": [-1, 0, 1, 100], "mixed": [1, "1", "true", 1.5],
    "untyped": ["x", "y"], "quoted": ["a'b", 'a"b', "a\\b", "a\nb", "{x}", "{{ x }}", "'''", '"""', "a\u2028b"],
    "yesno": ["yes", "no", "on", "off"], "named": [1, 2], "big": [9007199254740993, 123456789012345678901234567890],
    "onenum": ["only"], "twice": ["z"],
}  # fmt: skip


@pytest.mark.parametrize("name", VALUES)
def test_every_value_is_a_member_and_goes_back_as_it_came(built: Built, name: str) -> None:
    for value in VALUES[name]:
        bag = built.models.Bag.from_dict({name: value})
        found = getattr(bag, bag._FIELDS[name])
        if name != "onenum":
            assert isinstance(found, enum.Enum), value
        sent = built.models.Bag(**{bag._FIELDS[name]: found}).to_dict()[name]
        assert (sent, type(sent)) in ((value, type(value)), (value, float))


def test_unknown_values_stay(built: Built) -> None:
    for name, value in (("case", "new"), ("integer", 7), ("mixed", False), ("number", 9.5), ("case", 4), ("integer", "x")):
        bag = built.models.Bag.from_dict({name: value})
        assert getattr(bag, bag._FIELDS[name]) is value


def test_one_and_true_are_told_apart(built: Built) -> None:
    one, true = (built.models.Bag.from_dict({"mixed": value}).mixed for value in (1, True))
    assert one.value == 1 and type(one.value) is int and true is True
    assert built.losses == []


def test_null_among_values_of_several_types_is_said(built: Built) -> None:
    assert "mixed: BagMixed | str | int | float | bool | None | Unset = UNSET" in built.source("models/bag.py")


def test_answers_and_unions_of_enums_have_members_however_the_number_is_written(built: Built, server: Loopback) -> None:
    client = built.client(server.url)
    server.then(answer(1), answer(2.5), answer(True), answer([1, 1.0, "p", "new", 2, False]))
    one, more, true = (client.number.get_number() for _ in range(3))
    assert (type(one).__name__, one.value, more.value, true) == (type(more).__name__, 1, 2.5, True)
    found = client.either.get_either()
    assert [isinstance(value, enum.Enum) for value in found] == [True, True, True, False, False, False]


def test_names_given_by_the_document_are_used(built: Built) -> None:
    assert type(built.models.Bag.from_dict({"named": 1}).named).__members__.keys() == {"FIRST", "SECOND"}


def test_constants_lists_and_open_enums(built: Built, server: Loopback) -> None:
    body = {"one": "fixed", "list": ["p", "new", None], "booleans": True, "open": "k", "date": "2024-01-01", "wrong": 1}
    server.then(answer(body))
    client = built.client(server.url)
    bag = client.bag.get_bag(sort="+a", n=2)
    assert server.requests[0].query == "n=2&sort=%2Ba"
    assert (bag.one, bag.list[0].value, bag.booleans) == ("fixed", "p", True)
    assert bag.open == "k" and bag.to_dict() == body


def test_lists_and_maps_as_values_give_their_types(built: Built, server: Loopback) -> None:
    body = {"game": {"id": 3, "slug": "new"}, "activity": ["open", "x"], "choice": ["a"], "fixed": {"kind": "x", "size": 2}}
    server.then(answer(body), answer({"choice": "all"}))
    client = built.client(server.url)
    bag = client.bag.get_bag()
    assert (bag.game.id, bag.game.slug, bag.choice, bag.fixed.size) == (3, "new", ["a"], 2)
    assert [isinstance(value, enum.Enum) for value in bag.activity] == [True, False]
    assert bag.to_dict() == body
    assert isinstance(client.bag.get_bag().choice, enum.Enum)
