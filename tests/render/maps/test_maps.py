"""Maps, free-form and typed, alone and beside properties: everything decodes and goes back whole."""

from __future__ import annotations

from loopback import Loopback, answer
from render_support import Built

BODY = {
    "free": {"a": 1}, "freer": [1], "yes": {"b": None}, "typed": {"a": 1}, "models": {"k": {"x": 1}}, "lists": {"k": [{"x": 2}]},
    "dates": {"k": "2024-01-02T03:04:05Z"}, "enums": {"k": "a", "l": "new"}, "nested": {"k": {"l": ["m"]}}, "patterned": {"x-a": "b"},
    "closed": {"a": "1", "new": 2}, "open": {"a": "1", "k": {"x": 3}}, "openenum": {"a": "b", "k": "p"}, "boolean": 3, "array": [1, "a"],
    "tuple": ["a", 1], "propnames": {"a": 1.5},
}  # fmt: skip


def test_every_map_decodes_and_goes_back_whole(built: Built, server: Loopback) -> None:
    server.then(answer(BODY))
    models = built.models
    bag = built.client(server.url).bag.get_bag()
    assert type(bag.models["k"]) is models.Item and type(bag.lists["k"][0]) is models.Item
    assert bag.dates["k"].year == 2024 and bag.enums["k"].name == "A" and bag.enums["l"] == "new"
    assert bag.open.additional_properties == {"k": models.Item(x=3)}
    assert bag.openenum.additional_properties["k"].value == "p"
    assert bag.closed.additional_properties == {"new": 2}
    assert bag.to_dict() == BODY


def test_additional_properties_are_sent(built: Built) -> None:
    item = built.models.Open(a="1")
    item.additional_properties["k"] = built.models.Item(x=1)
    assert item.to_dict() == {"a": "1", "k": {"x": 1}}


def test_the_types_say_so(built: Built) -> None:
    source = built.source("models/bag.py")
    for text in (
        "free: dict[str, Any] | Unset", "freer: Any | Unset", "typed: dict[str, int] | Unset", "models: dict[str, Item] | Unset",
        "lists: dict[str, list[Item]] | Unset", "nested: dict[str, dict[str, list[str]]] | Unset", "array: list[Any] | Unset",
    ):  # fmt: skip
        assert text in source


def test_nothing_is_lost(built: Built) -> None:
    assert built.losses == []
