"""Overlays that stop the build: what each action must say, and what is told of one that does not fit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from overlay_files import SPEC, applied, write

from generator.errors import UnusableInput
from generator.overlay import apply_overlay, read_overlay


def refused(folder: Path, *actions: str) -> str:
    with pytest.raises(UnusableInput) as caught:
        applied(folder, *actions)
    return str(caught.value)


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
