"""`drift` on a whole project whose vendor is on the loopback interface: what is told, and the exit code."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from notations import reversed_keys
from project_commands import MODELS, body_of, drift, prompt_renamed, run, told, vector_removed
from upstream import NAME, Vendor

pytestmark = pytest.mark.slow


def test_nothing_changed_is_0(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, report = drift(project, capsys)
    assert (code, report["verdict"], report["changes"], report["stale"]) == (0, "none", [], [])
    assert report["next_version"] is None
    assert report["notes"] == [
        "3 documents, 0 changed, 0 unreachable",
        "overlay: 16 actions, 0 stale; settings: 0 stale",
        "client: no file of the package changes",
    ]


def test_a_document_that_says_the_same_otherwise_is_0(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    vendor.documents = {name: reversed_keys(data) for name, data in vendor.documents.items()}
    code, report = drift(project, capsys)
    assert (code, report["changes"]) == (0, [])
    assert [note.split()[-1] for note in report["notes"][1:4]] == ["reformatted"] * 3


def test_a_description_alone_is_1_and_patch(project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]) -> None:
    vendor.documents[MODELS]["paths"]["/models"]["post"]["description"] = "Trains a model, in other words."
    code, report = drift(project, capsys, "--layers", "wire,surface")
    assert (code, report["verdict"]) == (1, "compatible")
    assert [one["id"] for one in report["changes"]] == ["client-documentation-changed"]
    assert report["next_version"] == {
        "version": "0.1.1", "bump": "patch", "reason": "documentation or internals only",
    }  # fmt: skip


def test_an_operation_id_that_no_method_is_named_after_is_1(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    vendor.documents[MODELS]["paths"]["/models"]["post"]["operationId"] = "trainModel"
    code, report = drift(project, capsys, "--layers", "wire,surface")
    assert (code, report["verdict"]) == (1, "compatible")
    assert told(report) == {
        ("api-operation-id-removed", "info", "POST /models", "no method is named after it"),
    }


def test_an_addition_is_1_and_minor(project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]) -> None:
    """All three layers agree that nobody breaks: old calls still type-check although each signature moved."""
    body_of(vendor.documents[MODELS])["properties"]["tags"] = {"type": "array", "items": {"type": "string"}}
    code, report = drift(project, capsys)
    assert (code, report["verdict"]) == (1, "compatible")
    assert told(report) == {(
        "new-optional-request-property", "info", "POST /models",
        "CreateModelRequest.tags added; models.create(tags) added; models.create_and_wait(tags) added",
    )}  # fmt: skip
    assert report["next_version"]["bump"] == "minor"
    assert report["notes"][-2] == "callers: all that the old package offered type-checks"


def test_an_enum_value_removed_is_2_and_names_the_member(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    """All three layers, each of them with something to do; their time is work, so that a busy machine does not matter."""
    before = os.times()
    vendor.edit(vector_removed)
    code, report = drift(project, capsys)
    assert (code, report["verdict"]) == (2, "breaking")
    gone = "CustomModelType.VECTOR removed"
    assert told(report) == {
        ("request-property-enum-value-removed", "breaking", "POST /models", gone),
        ("response-property-enum-value-removed", "info", "GET /models/{id}", gone),
        ("response-property-enum-value-removed", "info", "GET /models/user/{userId}", gone),
    }
    assert report["next_version"]["version"] == "0.2.0"
    assert "callers: 1 use of the old package no longer type-checks (CustomModelType.VECTOR)" in report["notes"]
    assert sum(os.times()[:4]) - sum(before[:4]) < 10


def test_a_required_property_is_2_and_names_the_methods_that_need_it(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    body = body_of(vendor.documents[MODELS])
    body["properties"]["license"] = {"type": "string"}
    body.setdefault("required", []).append("license")
    code, report = drift(project, capsys, "--layers", "wire,surface")
    assert code == 2
    assert told(report) == {(
        "new-required-request-property", "breaking", "POST /models",
        "CreateModelRequest.license added; models.create(license) added; models.create_and_wait(license) added",
    )}  # fmt: skip


def test_a_property_renamed_under_the_same_attribute_is_major_although_no_caller_notices(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    prompt_renamed(vendor)
    code, report = drift(project, capsys, "--layers", "wire,surface")
    assert code == 2
    wire = "client-wire-name-changed"
    (found,) = (one for one in report["changes"] if one["id"] == wire)
    assert (found["level"], found["old"], found["new"]) == ("breaking", "instancePrompt", "instance_prompt")
    assert report["next_version"]["bump"] == "major"


def test_an_operation_that_went_leaves_a_stale_name_which_is_3(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    del vendor.documents[MODELS]["paths"]["/platformModels"]
    code, report = drift(project, capsys, "--layers", "wire,surface")
    assert (code, report["verdict"]) == (3, "breaking")
    removed = [one for one in report["changes"] if one["id"] == "api-path-removed-without-deprecation"]
    assert [one["client"] for one in removed] == ["models.list_platform removed"]
    stale = [line.split(": ")[1] for line in report["stale"]]
    assert "GET /platformModels" in stale
    assert {"names/PlatformModel", "names/PlatformModelImage", "names/ListPlatformModelsResponse"} <= set(stale)


def test_an_operation_that_moved_is_named_with_where_it_may_be_now(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = vendor.documents[MODELS]["paths"]
    paths["/platform-models"] = paths.pop("/platformModels")
    _, report = drift(project, capsys, "--layers", "wire")
    gone = "provider.yaml: GET /platformModels: provider.yaml names an operation that is not there"
    assert f"{gone}; is it GET /platform-models now?" in report["stale"]


def test_an_overlay_action_that_upstream_made_needless_is_3_and_named(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    operation = vendor.documents["elements"]["paths"]["/elements"]["post"]
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    schema["properties"]["num_train_epochs"]["description"] = "How often."
    code, report = drift(project, capsys, "--layers", "wire")
    assert code == 3
    (stale,) = report["stale"]
    assert stale.startswith("overlay.yaml:")
    assert "num_train_epochs" in stale
    assert "Upstream may have fixed it; delete the action if so." in stale


def test_documents_that_contradict_each_other_are_3(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    vector_removed(vendor.documents[MODELS])
    code, report = drift(project, capsys, "--layers", "wire")
    assert code == 3
    (stale,) = report["stale"]
    assert "/components/schemas/custom_model_type/enum" in stale


def test_levels_of_the_provider_count(project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]) -> None:
    settings = project / "specs" / NAME / "provider.yaml"
    levels = "{response-optional-property-removed: info, client-wire-name-changed: risky, response-optional-property-added: none}"
    settings.write_text(f"{settings.read_text()}levels: {levels}\n")
    prompt_renamed(vendor)
    code, report = drift(project, capsys, "--layers", "wire,surface")
    assert {(one["id"], one["level"]) for one in report["changes"]} == {
        ("response-optional-property-removed", "info"),
        ("client-wire-name-changed", "risky"),
        # The answer of the list, which had the same shape, has a class of its own now.
        ("client-name-changed", "risky"),
    }
    assert code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["drift", "one", "two", "three"],
        ["drift", "nowhere.json", "neither.json"],
        ["drift", NAME, "--layers", "callers"],
        ["drift", NAME, "--layers", "wire,deep"],
        ["drift", NAME, "--format", "pdf"],
        ["drift", NAME, "--profile", "both"],
        ["fetch", "nobody"],
        ["accept", NAME, "--finding", "0123456789abcdef"],
        ["accept", NAME, "--finding", "0", "--reason", "x", "--expires", "soon"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_64(project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    try:
        code = run(project, *arguments)
    except SystemExit as stop:
        code = int(stop.code or 0)
    assert code == 64
    assert "error: " in capsys.readouterr().err


def test_a_defect_of_the_toolchain_is_not_taken_for_a_change(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("a defect")

    monkeypatch.setattr("generator.drift.upstream.compare", broken)
    assert run(project, "drift", NAME) == 70
    assert "KeyError: 'a defect'" in capsys.readouterr().err
