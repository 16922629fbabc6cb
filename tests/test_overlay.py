"""Overlays: what each action does, what it must say, and when it stops the build."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import UnusableInput
from generator.ingest import find_document, read_page
from generator.merge import merge
from generator.overlay import OverlayResult, apply_overlay, read_overlay
from generator.provider import load_provider
from generator.reconcile import reconcile
from generator.repair import parse
from generator.spec.openapi import get, operations, references
from generator.values import REMOVED, Document, Note

SPEC: dict[str, Any] = {
    "openapi": "3.0.3",
    "info": {"title": "Pets", "version": "1"},
    "paths": {
        "/models": {"get": {"tags": ["Models"], "responses": {"200": {"description": "wrong"}}}},
        "/pets/{id}": {
            "get": {"tags": ["Pets"], "parameters": [{"name": "a"}, {"name": "b"}], "responses": {"200": {}}},
            "put": {"tags": ["Pets"]},
        },
    },
    "components": {"schemas": {"Pet": {"type": "object", "properties": {"id": {"type": "integer"}}}}},
}
CUT = Note("repair", "document-cut", "pets#/paths", "cut here")
OTHER = Note("repair", "document-cut", "models#/paths", "cut there")


def write(folder: Path, *actions: str) -> Path:
    """An overlay file; each action is YAML without its reasons, which are added where it has none."""
    lines = [
        "overlay: 1.1.0",
        "info: {title: Test, version: 1.0.0}",
        "actions:" if actions else "actions: []",
    ]
    for action in actions:
        for number, line in enumerate(action.strip().splitlines()):
            lines.append(("  - " if number == 0 else "    ") + line)
        lines += [f"    {key}: because" for key in ("x-why", "x-source") if key not in action]
    path = folder / "pets" / "overlay.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def applied(folder: Path, *actions: str, notes: tuple[Note, ...] = ()) -> OverlayResult:
    before = copy.deepcopy(SPEC)
    result = apply_overlay(SPEC, read_overlay(write(folder, *actions)), notes)
    assert before == SPEC
    return result


def refused(folder: Path, *actions: str) -> str:
    with pytest.raises(UnusableInput) as caught:
        applied(folder, *actions)
    return str(caught.value)


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


def test_an_action_that_matches_nothing_stops_the_build(tmp_path: Path) -> None:
    assert refused(tmp_path, "target: $.paths.nowhere\nremove: true\nx-expect: {a: 1}") == (
        'pets/overlay.yaml:4: $.paths.nowhere matches nothing, the overlay expects {"a": 1}.\n'
        "Upstream may have fixed it; delete the action if so."
    )
    assert refused(tmp_path, "target: $.paths.nowhere\nremove: true\nx-expect: 0") == (
        "pets/overlay.yaml:4: $.paths.nowhere matches 0 nodes, the overlay expects 0.\n"
        "Upstream may have fixed it; delete the action if so."
    )


def test_an_action_that_finds_another_value_stops_the_build(tmp_path: Path) -> None:
    assert refused(tmp_path, "target: $.paths['/models'].get\nupdate: {x: 1}\nx-expect: {tags: [Model]}") == (
        'pets/overlay.yaml:4: /paths/~1models/get/tags is ["Models"], the overlay expects ["Model"].\n'
        "Upstream may have fixed it; delete the action if so."
    )
    text = "target: $.paths.*.get\nupdate: {x: 1}\nx-expect: {responses: {'200': {description: wrong}}}"
    assert refused(tmp_path, text) == (
        "pets/overlay.yaml:4: /paths/~1pets~1{id}/get/responses/200/description is missing, "
        'the overlay expects "wrong".\nUpstream may have fixed it; delete the action if so.'
    )


def test_an_action_that_finds_another_number_of_places_stops_the_build(tmp_path: Path) -> None:
    assert refused(tmp_path, "target: $.paths.*.get\nupdate: {x: 1}\nx-expect: 3") == (
        "pets/overlay.yaml:4: $.paths.*.get matches 2 nodes, the overlay expects 3.\n"
        "Upstream may have fixed it; delete the action if so."
    )


def test_an_action_that_changes_nothing_stops_the_build(tmp_path: Path) -> None:
    text = "target: $.info\nupdate: {title: Pets}\nx-expect: 1"
    assert "changes nothing: what it says is there already" in refused(tmp_path, text)


WRONG_ACTIONS = {
    "target: $.info, update: text": "4: /info is a mapping, it cannot take a single value",
    "target: $.info, update: [a]": "4: /info is a mapping, it cannot take a list",
    "target: $.info.title, update: [a]": "4: /info/title is a single value, it cannot take a list",
    "target: $.info, update: {title: {}}": "4: /info/title is a single value, it cannot take a mapping",
    "target: $.paths.*.get, update: {tags: T}": "/get/tags is a list, it cannot take a single value",
    "target: $, remove: true": "4: $ the root cannot be removed",
    "target: $.info, copy: $.paths.*": "copy: $['paths'][*] matches 2 nodes, it must match one",
    "target: info, remove: true": "4: actions[0].target: 'info' is no JSONPath (RFC 9535): ",
    "target: $..a..b..c..d, remove: true": "4: actions[0].target: too long, or more than 3 `..`",
    "target: $.info, x: 1": "unknown key",
    "target: $.info": "4: actions[0]: $.info: say exactly one of update, copy and remove, not none",
    "target: $.a, remove: true, update: {}": "not ['update', 'remove']",
    "target: $.info, remove: no": "4: actions[0].remove: must be true or false, not 'no'",
    "target: $.info, remove: false": "4: actions[0].remove: must be true",
    "target: $.info, remove: true, x-expects: 1": "actions[0].x-expects: unknown key; did you mean x-expect?",
    "target: $.info, remove: true, x-why: ": "4: actions[0].x-why: must be a text, not nothing",
    "target: $.info, remove: true, x-source: ' '": "4: actions[0].x-source: must not be empty",
    "target: 5, remove: true": "4: actions[0].target: must be a text, not 5",
}


@pytest.mark.parametrize("action", WRONG_ACTIONS)
def test_an_action_that_is_not_as_it_must_be_is_told_with_its_line(tmp_path: Path, action: str) -> None:
    reasons = "".join(f", {key}: because" for key in ("x-why", "x-source") if key not in action)
    count = 2 if "paths.*.get" in action else 1
    path = write(tmp_path)
    path.write_text(
        f"overlay: 1.1.0\ninfo: {{title: T}}\nactions:\n- {{{action}{reasons}, x-expect: {count}}}\n",
        encoding="utf-8",
    )
    with pytest.raises(UnusableInput, match=re.escape(WRONG_ACTIONS[action])) as caught:
        apply_overlay(SPEC, read_overlay(path))
    assert str(caught.value).startswith("pets/overlay.yaml:4: ")


@pytest.mark.parametrize("missing", ["x-why", "x-source", "x-expect"])
def test_an_action_without_its_reasons_is_refused(tmp_path: Path, missing: str) -> None:
    path = write(tmp_path, "target: $.info\nremove: true\nx-expect: 1")
    kept = [line for line in path.read_text(encoding="utf-8").splitlines() if missing not in line]
    path.write_text("\n".join(kept), encoding="utf-8")
    with pytest.raises(UnusableInput, match=rf"^pets/overlay.yaml:4: actions\[0\]: .*{missing} is missing"):
        read_overlay(path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "pets/overlay.yaml:1: must be a mapping, not nothing"),
        ("- a", "pets/overlay.yaml:1: must be a mapping, not ['a']"),
        ("overlay: 1.1.0\ninfo: {title: a\n", "pets/overlay.yaml:3: not valid YAML: "),
        (
            "overlay: 1.1.0\noverlay: 1.1.0\n",
            "pets/overlay.yaml:2: not valid YAML: /overlay stands twice; delete one of them",
        ),
        (
            "overlay: 2.0.0\ninfo: {title: a}\nactions: []",
            "pets/overlay.yaml:1: overlay: version '2.0.0' is not known",
        ),
        ("overlay: 1.1.0\ninfo: {title: a}", "pets/overlay.yaml:1: actions is missing: a list of mappings"),
        (
            "overlay: 1.1.0\ninfo: {title: a}\nactions:\n- b",
            "pets/overlay.yaml:4: actions: must be a mapping, not 'b'",
        ),
    ],
)
def test_a_file_that_is_no_overlay_is_told_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    path = write(tmp_path)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnusableInput, match=f"^{re.escape(message)}"):
        read_overlay(path)


def test_no_file_is_told() -> None:
    with pytest.raises(UnusableInput, match=r"^nowhere/overlay.yaml: there is no such file; write it\.$"):
        read_overlay(Path("nowhere/overlay.yaml"))


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


LEONARDO = Path(__file__).parent.parent / "specs" / "leonardo"
LIST = "/generations/user/{userId}"


def leonardo_documents() -> list[Document]:
    return [
        reconcile([
            parse(find_document(read_page(LEONARDO / "source" / source)), document.name)
            for source in document.sources
        ])
        for document in load_provider(LEONARDO).documents
    ]  # fmt: skip


def overlaid(documents: list[Document], only_resolving: bool = False) -> OverlayResult:
    overlay = read_overlay(LEONARDO / "overlay.yaml")
    if only_resolving:
        overlay = evolve(overlay, actions=tuple(action for action in overlay.actions if action.resolves))
    spec, notes = merge(documents)
    return apply_overlay(spec, overlay, [*(note for one in documents for note in one.notes), *notes])


def test_the_overlay_of_leonardo_leaves_no_loss_that_is_not_accepted() -> None:
    result = overlaid(leonardo_documents())
    assert [note.key for note in result.notes] == [entry.note for entry in load_provider(LEONARDO).accept]
    assert result.stale == ()
    assert {operation.key for operation in operations(result.spec)} == set(load_provider(LEONARDO).operations)
    assert [ref for _, ref in references(result.spec) if get(result.spec, ref[1:]) is None] == []
    for operation in operations(result.spec):
        assert set(operation.operation["responses"]) == {"200", "400", "401", "403", "404", "429", "500"}


def test_the_cut_list_of_leonardo_has_the_shape_of_a_single_generation() -> None:
    result = overlaid(leonardo_documents(), only_resolving=True)
    schema = "/responses/200/content/application~1json/schema/properties"
    items = get(result.spec, f"/paths/~1generations~1user~1{{userId}}/get{schema}/generations/items")
    single = copy.deepcopy(get(result.spec, f"/paths/~1generations~1{{id}}/get{schema}/generations_by_pk"))
    del single["properties"]["generated_images"]["items"]["properties"]["fantasyAvatar"]
    assert items == {**single, "nullable": False}


def test_the_overlay_of_leonardo_gives_the_same_where_upstream_is_whole() -> None:
    documents = leonardo_documents()
    completed = overlaid(documents, only_resolving=True).spec["paths"][LIST]
    whole = [
        evolve(one, data={**one.data, "paths": {**one.data["paths"], LIST: completed}}, notes=())
        if one.name == "image-generation" else one
        for one in documents
    ]  # fmt: skip
    today, then = overlaid(documents), overlaid(whole)
    assert json.dumps(then.spec) == json.dumps(today.spec)
    assert then.notes == today.notes
    resolving = [action for action in read_overlay(LEONARDO / "overlay.yaml").actions if action.resolves]
    assert [stale.action.place for stale in then.stale] == [action.place for action in resolving]
