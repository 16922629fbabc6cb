"""`accept` on a whole project: everything in one go, or nothing; and a finding that may pass."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest
from project_commands import MODELS, body_of, drift, run, vector_removed
from upstream import NAME, Vendor, git

from generator.output import files

pytestmark = pytest.mark.slow


def test_accept_takes_everything_over_in_one_go(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    vendor.edit(vector_removed)
    body_of(vendor.documents[MODELS])["properties"]["tags"] = {"type": "array", "items": {"type": "string"}}
    assert run(project, "accept", NAME) == 0
    assert capsys.readouterr().out.startswith("leonardo: version 0.2.0, request-property-enum-value-removed")
    moved = {line[3:] for line in git(project, "status", "--porcelain").splitlines()}
    package = "generated/leonardo/leonardo_client"
    assert moved == {
        *(f"specs/leonardo/{name}" for name in ("lock.json", "openapi.yaml", "edits.json", "provider.yaml")),
        *(f"specs/leonardo/source/{name}.json" for name in vendor.documents),
        *(f"generated/leonardo/{name}" for name in ("CHANGELOG.md", "PROVENANCE.json", "pyproject.toml", "surface.txt")),
        f"{package}/_version.py",
        f"{package}/models/custom_model_type.py",
        f"{package}/models/create_model_request.py",
        f"{package}/resources/models.py",
    }  # fmt: skip
    assert 'version = "0.2.0"' in (project / "generated/leonardo/pyproject.toml").read_text()
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    assert (project / "generated/leonardo/CHANGELOG.md").read_text() == (
        f"# Changelog\n\n## 0.2.0 ({today})\n\n"
        "- **Breaking:** POST /models: modelType: enum value removed VECTOR (CustomModelType.VECTOR removed)\n"
        "- POST /models: tags: new optional request property (array) (CreateModelRequest.tags added; models.create(tags) added;"
        " models.create\\_and\\_wait(tags) added)\n"
        "- GET /models/user/{userId}: custom\\_models\\[\\].type: enum value removed VECTOR (CustomModelType.VECTOR removed);"
        " also in GET /models/{id}\n"
        "\n## 0.1.0\n\n- First version.\n"
    )
    settings = git(project, "diff", "--unified=0", "specs/leonardo/provider.yaml").splitlines()[-2:]
    assert settings == ["-version: 0.1.0", "+version: 0.2.0"]
    assert run(project, "drift", NAME) == 0
    assert run(project, "build", "--check") == 0


def test_accept_refuses_a_dirty_tree(project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]) -> None:
    vendor.edit(vector_removed)
    (project / "note.txt").write_text("not committed")
    before = files(project / "specs"), files(project / "generated")
    assert run(project, "accept", NAME) == 64
    assert (files(project / "specs"), files(project / "generated")) == before
    assert "the tree is not clean" in capsys.readouterr().err
    shutil.rmtree(project / ".git")
    assert run(project, "accept", NAME) == 64


def test_accept_of_what_needs_a_hand_is_3_and_changes_nothing(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    del vendor.documents[MODELS]["paths"]["/platformModels"]
    assert run(project, "accept", NAME) == 3
    assert git(project, "status", "--porcelain") == ""
    assert "names/PlatformModel" in capsys.readouterr().out


def test_an_accept_that_fails_half_way_puts_everything_back(
    project: Path, vendor: Vendor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    vendor.edit(vector_removed)
    monkeypatch.setattr("generator.drift.adopt.build_provider", full)
    assert run(project, "accept", NAME) == 64
    assert git(project, "status", "--porcelain") == ""


def test_accept_of_nothing_is_0_and_writes_nothing(project: Path) -> None:
    assert run(project, "accept") == 0
    assert git(project, "status", "--porcelain") == ""


def test_a_finding_can_be_let_pass_with_a_reason_until_a_day(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    vendor.edit(vector_removed)
    _, report = drift(project, capsys, "--layers", "wire")
    (finding,) = (one["fingerprint"] for one in report["changes"] if one["level"] == "breaking")
    arguments = ("--finding", finding, "--reason", "The docs are wrong.", "--expires", "2999-01-31")
    assert run(project, "accept", NAME, *arguments) == 0
    code, report = drift(project, capsys, "--layers", "wire")
    assert (code, report["counts"]["breaking"], report["counts"]["accepted"]) == (1, 0, 1)
    vendor.reset()
    code, report = drift(project, capsys, "--layers", "wire")
    assert code == 3
    assert report["stale"] == [
        f"leonardo/lock.json: request-property-enum-value-removed {finding}: matches no change any more; delete it"
    ]
