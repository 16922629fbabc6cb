"""Schemas that hold themselves: directly, through lists, maps, unions and each other."""

from __future__ import annotations

from typing import Any

import pytest
from loopback import Loopback, answer
from render_support import Built


def test_models_that_hold_themselves(built: Built, server: Loopback) -> None:
    body = {
        "name": "a", "parent": {"name": "p"}, "children": [{"name": "c", "children": [{"name": "d"}]}],
        "byname": {"k": {"name": "e"}}, "other": {"node": {"name": "f"}, "either": {"name": "g"}},
    }  # fmt: skip
    server.then(answer(body))
    node = built.client(server.url).node.get_node()
    found = [node.parent, node.children[0].children[0], node.byname["k"], node.other.node, node.other.either]
    assert [type(one).__name__ for one in found] == ["Node"] * 5
    assert node.to_dict() == body


@pytest.mark.parametrize("value", [None, 1, "x", True, [], {}, [1, ["a", {"k": [None]}]], {"a": {"b": [1.5]}}])
def test_any_json_as_a_recursive_union(built: Built, server: Loopback, value: Any) -> None:
    server.then(answer(value))
    assert built.client(server.url).json.get_json() == value


def test_lists_of_lists_and_maps_of_maps(built: Built, server: Loopback) -> None:
    client = built.client(server.url)
    server.then(answer([[], [[]]]), answer({"a": {"b": {}}}))
    assert client.tree.get_tree() == [[], [[]]]
    assert client.map.get_map() == {"a": {"b": {}}}


def test_a_filter_language(built: Built, server: Loopback) -> None:
    models = built.models
    body = {"and": [{"eq": "a"}, {"and": [{"eq": "b"}]}]}
    server.then(answer(body))
    found = built.client(server.url).filter.filter(body=models.And(**{models.And._FIELDS["and"]: [models.Eq(eq="a"), {"and": [{"eq": "b"}]}]}))
    assert server.requests[0].json() == body
    inner = getattr(found, models.And._FIELDS["and"])
    assert type(inner[0]) is models.Eq and type(inner[1]) is models.And


def test_recursion_through_other_properties_and_through_maps_of_lists(built: Built, server: Loopback) -> None:
    models, client = built.models, built.client(server.url)
    free = {"v": 1, "k": {"v": 2, "l": {"v": 3}}}
    expr = {"or": ["a", {"call": "f", "with": {"x": {"and": ["b", {"call": "g"}]}}}]}
    server.then(answer(free), answer(expr))
    found = client.free.get_free()
    assert found.additional_properties["k"].additional_properties["l"] == models.Free(v=3)
    assert found.to_dict() == free
    call = client.expr.get_expr()["or"][1]
    assert type(call) is models.Call and type(getattr(call, call._FIELDS["with"])["x"]["and"][1]) is models.Call
    assert call.to_dict() == expr["or"][1]


def test_nothing_is_lost(built: Built) -> None:
    assert built.losses == []
