"""Overlays: what each action does, which notes it resolves, and that any of them applies or is refused."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from overlay_files import SPEC, applied, write

from generator.errors import UnusableInput
from generator.overlay import OverlayResult, apply_overlay, read_overlay
from generator.values import REMOVED, Note

CUT = Note("repair", "document-cut", "pets#/paths", "cut here")
OTHER = Note("repair", "document-cut", "models#/paths", "cut there")


def changed(spec: dict[str, Any], *location: str, value: Any = REMOVED) -> dict[str, Any]:
    expected = copy.deepcopy(spec)
    node: Any = expected
    for token in location[:-1]:
        node = node[token]
    if value is REMOVED:
        del node[location[-1]]
    else:
        node[location[-1]] = value
    return expected


def records(result: OverlayResult) -> list[tuple[str, Any, Any]]:
    return [(one.pointer, one.before, one.after) for one in result.applied]


def test_update_of_a_mapping_merges_all_the_way_down(tmp_path: Path) -> None:
    result = applied(tmp_path, """
target: $.components.schemas.Pet
update: {properties: {name: {type: string}, id: {type: number}}, title: Pet}
x-expect: {type: object}
""")  # fmt: skip
    pet = {
        "type": "object",
        "title": "Pet",
        "properties": {"id": {"type": "number"}, "name": {"type": "string"}},
    }
    assert result.spec == changed(SPEC, "components", "schemas", "Pet", value=pet)
    assert records(result) == [
        ("/components/schemas/Pet/properties/name", REMOVED, {"type": "string"}),
        ("/components/schemas/Pet/properties/id/type", "integer", "number"),
        ("/components/schemas/Pet/title", REMOVED, "Pet"),
    ]
    assert {one.rule for one in result.applied} == {"overlay"}
    assert {one.why for one in result.applied} == {"because"}


def test_update_of_a_list_appends(tmp_path: Path) -> None:
    result = applied(
        tmp_path,
        "target: $.paths['/models'].get.tags\nupdate: New\nx-expect: [Models]",
        "target: $.paths['/models'].get.tags\nupdate: [X, Y]\nx-expect: 1",
    )
    assert result.spec["paths"]["/models"]["get"]["tags"] == ["Models", "New", "X", "Y"]
    assert [one.pointer for one in result.applied] == [f"/paths/~1models/get/tags/{n}" for n in (1, 2, 3)]


def test_update_of_a_single_value_replaces_it(tmp_path: Path) -> None:
    result = applied(tmp_path, "target: $.info.title\nupdate: Cats\nx-expect: Pets")
    assert result.spec == changed(SPEC, "info", "title", value="Cats")


def test_update_of_many_places_counts_them(tmp_path: Path) -> None:
    result = applied(tmp_path, "target: $.paths.*[?@.responses]\nupdate: {x: 1}\nx-expect: 2")
    assert [one.pointer for one in result.applied] == ["/paths/~1models/get/x", "/paths/~1pets~1{id}/get/x"]


def test_update_of_a_place_and_one_within_it_changes_both(tmp_path: Path) -> None:
    result = applied(tmp_path, "target: $.components..[?@.type]\nupdate: {x: 1}\nx-expect: 2")
    assert result.spec["components"]["schemas"]["Pet"] == {
        "type": "object", "x": 1, "properties": {"id": {"type": "integer", "x": 1}},
    }  # fmt: skip


def test_remove_takes_every_match_away(tmp_path: Path) -> None:
    result = applied(tmp_path, "target: $.paths['/pets/{id}'].get.parameters[*]\nremove: true\nx-expect: 2")
    assert result.spec["paths"]["/pets/{id}"]["get"]["parameters"] == []
    result = applied(tmp_path, "target: $..description\nremove: true\nx-expect: wrong")
    assert records(result) == [("/paths/~1models/get/responses/200/description", "wrong", REMOVED)]
    result = applied(tmp_path, "target: $.paths..*\nremove: true\nx-expect: 21")
    assert result.spec == changed(SPEC, "paths", value={})
    assert [one.pointer for one in result.applied] == ["/paths/~1pets~1{id}", "/paths/~1models"]


def test_a_place_selected_twice_is_changed_once(tmp_path: Path) -> None:
    result = applied(tmp_path, "target: $.paths['/models'].get['tags','tags']\nupdate: New\nx-expect: 1")
    assert result.spec["paths"]["/models"]["get"]["tags"] == ["Models", "New"]


def test_a_place_within_another_keeps_what_the_other_got(tmp_path: Path) -> None:
    path = write(tmp_path, "target: $..[?@.l]\nupdate: {l: [1], a: {l: [2]}}\nx-expect: 2")
    result = apply_overlay({"b": {"l": [0], "a": {"l": [0]}}}, read_overlay(path))
    assert result.spec == {"b": {"l": [0, 1], "a": {"l": [0, 2, 1], "a": {"l": [2]}}}}


def test_copy_merges_one_place_into_another(tmp_path: Path) -> None:
    result = applied(tmp_path, """
target: $.paths['/pets/{id}'].put
copy: $.paths['/models'].get.responses
x-expect: 1
""")  # fmt: skip
    put = {"tags": ["Pets"], "200": {"description": "wrong"}}
    assert result.spec["paths"]["/pets/{id}"]["put"] == put


def test_actions_see_what_those_before_them_did(tmp_path: Path) -> None:
    result = applied(
        tmp_path,
        "target: $.components\nupdate: {responses: {Bad: {description: b}}}\nx-expect: {}",
        "target: $.components.responses.Bad\nupdate: {x: 1}\nx-expect: {description: b}",
    )
    assert result.spec["components"]["responses"] == {"Bad": {"description": "b", "x": 1}}


RESOLVING = """
target: $.info
update: {x: 1}
x-expect: 1
x-resolves: document-cut pets#/paths
"""


def test_an_action_resolves_the_note_that_it_names(tmp_path: Path) -> None:
    result = applied(tmp_path, RESOLVING, notes=(CUT, OTHER))
    assert (result.notes, result.stale) == ((OTHER,), ())
    assert result.spec["info"]["x"] == 1


def test_an_action_whose_note_is_gone_is_skipped_and_reported(tmp_path: Path) -> None:
    result = applied(tmp_path, RESOLVING, notes=(OTHER,))
    assert (result.spec, result.applied, result.notes) == (SPEC, (), (OTHER,))
    assert [str(one) for one in result.stale] == [
        "pets/overlay.yaml:4: $.info: nothing to make good: "
        "there is no note document-cut pets#/paths; delete the action"
    ]


def test_an_action_may_resolve_several_notes(tmp_path: Path) -> None:
    action = RESOLVING.replace("pets#/paths", "").replace(
        "document-cut ", "[document-cut pets#/paths, document-cut models#/paths]"
    )
    result = applied(tmp_path, action, notes=(CUT, OTHER))
    assert (result.notes, result.stale) == ((), ())


def test_what_no_action_touches_keeps_its_content(tmp_path: Path) -> None:
    assert applied(tmp_path).spec == SPEC


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text("ab/~", max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abcd"), inner, max_size=3),
    max_leaves=15,
)
TARGETS = ["$", "$.*", "$..a", "$..*", "$.a.b", "$.a[*]", "$[?@.a]", "$..[0]", "$..[?@ == 1]", "$.a['b','c']"]


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(st.dictionaries(st.sampled_from("abcd"), JSON), st.sampled_from(TARGETS), JSON, st.booleans())
def test_any_action_on_any_spec_applies_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, spec: dict[str, Any], target: str, value: Any, remove: bool
) -> None:
    kind = "remove: true" if remove else f"update: {json.dumps(value)}"
    path = write(tmp_path_factory.getbasetemp(), f"target: {json.dumps(target)}\n{kind}\nx-expect: {{}}")
    before = copy.deepcopy(spec)
    try:
        result = apply_overlay(spec, read_overlay(path))
    except UnusableInput as error:
        assert str(error).startswith("pets/overlay.yaml:4: ")
    else:
        assert result.applied
        assert result.spec != before
    assert spec == before
