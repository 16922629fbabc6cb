"""The words that OpenAPI 3.1 took over from JSON Schema: names of schemas, conditions, tuples, patterns, leftovers."""

from __future__ import annotations

from typing import Any

import pytest
from loopback import Answer, Loopback, answer
from render_support import Built

BODY: dict[str, Any] = {
    "kind": "a", "types": [{"x": 1}], "tuple": [{"x": 2}, 3], "rest": [1, {"x": 3}], "unevaluated": [{"x": 4}],
    "others": {"k": {"x": 5}}, "patterns": {"a1": {"x": 6}, "b1": "t"}, "beside": {"n": 1, "x-1": {"x": 7}}, "one": 1.5,
    "yes": True, "nothing": None, "packed": '{"x": 1}', "negated": {"a": "b"}, "limited": ["c"], "depends": {"x": 8}, "config": {"x": 9},
}  # fmt: skip


def test_every_word_has_its_type(built: Built, server: Loopback) -> None:
    item = built.models.Item
    server.then(answer(BODY))
    bag = built.client(server.url).t.bag()
    assert (bag.types, bag.tuple[0], bag.rest, bag.unevaluated) == ([item(x=1)], item(x=2), [1, item(x=3)], [item(x=4)])
    assert (bag.others, bag.patterns) == ({"k": item(x=5)}, {"a1": item(x=6), "b1": "t"})
    assert (bag.beside.n, bag.beside.additional_properties) == (1, {"x-1": item(x=7)})
    assert (bag.one, bag.yes, bag.nothing, bag.packed, bag.negated.a) == (1.5, True, None, '{"x": 1}', "b")
    assert (bag.depends, bag.config) == (item(x=8), item(x=9))
    assert bag.to_dict() == BODY


@pytest.mark.parametrize(("value", "wanted"), [("text", "str"), ([{"x": 1}], "list"), ({"z": 1}, "BagTypesWithZ"), (None, "NoneType")])
def test_a_list_of_types_is_a_union(built: Built, value: Any, wanted: str) -> None:
    assert type(built.models.Bag.from_dict({"types": value}).types).__name__ == wanted


def test_what_follows_from_a_condition_is_there_and_optional(built: Built, server: Loopback) -> None:
    server.then(answer({"kind": "card", "card": {"x": 1}}), answer({"account": "a"}))
    client = built.client(server.url)
    card, account = client.t.payment(), client.t.payment()
    assert (card.card, account.account) == (built.models.Item(x=1), "a")
    assert type(built.models.Bag.from_dict({"config": "text"}).config) is str


@pytest.mark.parametrize(
    ("method", "body", "wanted"),
    [
        ("anchor", {"n": 1}, "Named"), ("defs", {"top": 1}, "DefsTop"), ("id", {"part": {"p": 1}, "top": {"p": 2}}, "Whole"),
        ("tree", {"v": 1, "kids": [{"v": 2, "kids": [{"v": 3}]}]}, "Tree"), ("rest", {"x": 1, "more": {"x": 2}}, "RestResponse"),
    ],
)  # fmt: skip
def test_schemas_are_found_by_every_name_they_have(built: Built, server: Loopback, method: str, body: Any, wanted: str) -> None:
    server.then(answer(body))
    found = getattr(built.client(server.url).t, method)()
    assert type(found).__name__ == wanted
    assert found.to_dict() == body


def test_the_parts_are_models_too(built: Built, server: Loopback) -> None:
    server.then(answer({"v": 1, "kids": [{"kids": [{"v": 3}]}]}), answer({"part": {"p": 1}, "top": {"p": 2}}), answer({"more": {"x": 2}}))
    client = built.client(server.url)
    assert type(client.t.tree().kids[0].kids[0]) is built.models.Tree
    whole = client.t.id()
    assert (whole.part.p, whole.top.p) == (1, 2)
    assert client.t.rest().additional_properties == {"more": built.models.Item(x=2)}


@pytest.mark.parametrize("body", [b"null", b""])
def test_what_is_only_null_gives_none(built: Built, server: Loopback, body: bytes) -> None:
    server.then(Answer(200, body, {"Content-Type": "application/json"}), answer({"gone": None, "all": [None]}))
    client = built.client(server.url)
    assert client.t.nothing() is None
    assert client.t.gone().to_dict() == {"gone": None, "all": [None]}
    assert "def nothing(self) -> None:" in built.source("resources/t.py")
    assert "gone: None | Unset = UNSET" in built.source("models/gone.py")
    assert "all: list[None] | Unset = UNSET" in built.source("models/gone.py")


def test_nothing_is_lost(built: Built) -> None:
    assert built.losses == []
