"""The engine that applies edits."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import GeneratorError
from generator.spec.edits import apply_edits, edit_batch, rebase
from generator.spec.openapi import escape
from generator.values import REMOVED, Applied, Edit


def edits(*pairs: tuple[str, Any]) -> list[Edit]:
    return [Edit(pointer, value, "why") for pointer, value in pairs]


def test_an_edit_copies_only_what_is_above_it() -> None:
    spec: dict[str, Any] = {"a": {"b": [{"c": 1}, {"d": 2}]}, "e": {"f": 3}}
    kept = copy.deepcopy(spec)
    new, _ = apply_edits(spec, "rule", edits(("/a/b/0/c", 9)))
    assert new == {"a": {"b": [{"c": 9}, {"d": 2}]}, "e": {"f": 3}}
    assert spec == kept
    assert new["e"] is spec["e"]
    assert new["a"]["b"][1] is spec["a"]["b"][1]


def test_an_edit_is_recorded_with_what_stood_there() -> None:
    spec = {"a": 1, "b": {"c": 2}}
    _, applied = apply_edits(spec, "rule", edits(("/a", 5), ("/b/c", REMOVED), ("/b/d", 3)))
    assert applied == [
        Applied("rule", "/a", 1, 5, "why"),
        Applied("rule", "/b/c", 2, REMOVED, "why"),
        Applied("rule", "/b/d", REMOVED, 3, "why"),
    ]


def test_indices_mean_the_list_before_the_batch() -> None:
    spec = {"l": ["a", "b", "c", "d"]}
    new, applied = apply_edits(spec, "rule", edits(("/l/0", REMOVED), ("/l/2", "C"), ("/l/3", REMOVED), ("/l/-", "e")))
    assert new == {"l": ["b", "C", "e"]}
    assert [each.pointer for each in applied] == ["/l/0", "/l/1", "/l/3", "/l/-"]


def test_an_edit_below_one_of_the_same_batch_waits_for_the_next() -> None:
    batch = edit_batch(
        {"a": {"b": {"c": 1}}}, "rule", edits(("/a/b", {"c": 2}), ("/a/b/c", 3), ("/a", {}), ("/a/b", 4))
    )
    assert batch.spec == {"a": {"b": {"c": 2}}}
    assert (len(batch.applied), batch.put_off) == (1, 3)


def test_a_move_carries_along_what_was_edited_below_it() -> None:
    spec = {"old": {"x": 1, "y": 2}}
    moved = [
        Edit("/old/x", 9, "why"),
        Edit("/new", spec["old"], "why", source="/old"),
        Edit("/old", REMOVED, "why"),
    ]
    batch = edit_batch(spec, "rule", moved)
    assert batch.spec == {"new": {"x": 9, "y": 2}}
    assert [each.pointer for each in batch.applied] == ["/new/x", "/new", "/old"]
    assert spec == {"old": {"x": 1, "y": 2}}


def test_rebasing_follows_the_innermost_move() -> None:
    moves = {"/a": "/x", "/a/b": "/y"}
    assert rebase("/a/b/c", moves) == "/y/c"
    assert rebase("/a/c", moves) == "/x/c"
    assert rebase("/ab/c", moves) == "/ab/c"


def test_names_with_slashes_and_tildes_are_found() -> None:
    new, _ = apply_edits({"paths": {"/a~b": {"get": 1}}}, "rule", edits(("/paths/~1a~0b/get", 2)))
    assert new == {"paths": {"/a~b": {"get": 2}}}


def test_the_root_can_be_replaced_by_an_object_only() -> None:
    assert apply_edits({"a": 1}, "rule", edits(("", {"b": 2})))[0] == {"b": 2}
    with pytest.raises(GeneratorError, match="Rule rule turns the whole document into something that is not an object"):
        apply_edits({"a": 1}, "rule", edits(("", [])))


@pytest.mark.parametrize("pointer", ["/a/b", "/l/5", "/l/x", "/l/01x", "/nothing/here"])
def test_an_edit_that_nothing_can_hold_names_rule_and_place(pointer: str) -> None:
    with pytest.raises(GeneratorError, match=f"Rule rule edits {pointer}, but nothing in the document can hold"):
        apply_edits({"a": 1, "l": [1]}, "rule", edits((pointer, 2)))


TREES = st.recursive(
    st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.text(max_size=3), TREES, max_size=4), st.data())
def test_any_one_edit_does_what_the_same_change_in_place_does(spec: dict[str, Any], data: Any) -> None:
    places = list(_places(spec))
    if not places:
        return
    pointer, path = data.draw(st.sampled_from(places))
    value = data.draw(st.just(REMOVED) | st.integers())
    expected = copy.deepcopy(spec)
    holder: Any = expected
    for token in path[:-1]:
        holder = holder[token]
    if value is REMOVED:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    kept = copy.deepcopy(spec)
    assert apply_edits(spec, "rule", edits((pointer, value)))[0] == expected
    assert spec == kept


def _places(node: Any, pointer: str = "", path: tuple[Any, ...] = ()) -> Any:
    pairs: Any = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in pairs:
        at = f"{pointer}/{escape(str(key))}"
        yield at, (*path, key)
        yield from _places(value, at, (*path, key))
