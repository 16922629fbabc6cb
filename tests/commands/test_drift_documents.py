"""`drift OLD NEW` on documents and folders of them, without any provider."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest
from project_commands import MODELS, run, vector_removed
from upstream import NAME, Vendor

pytestmark = pytest.mark.slow


def test_two_specs_are_compared_as_they_are(tmp_path: Path, capsys: pytest.CaptureFixture[str], vendor: Vendor) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(json.dumps(vendor.documents[MODELS]))
    edited = copy.deepcopy(vendor.documents[MODELS])
    vector_removed(edited)
    new.write_text(json.dumps(edited))
    assert run(tmp_path, "drift", old, new, "--layers", "wire", "--format", "json") == 2
    report = json.loads(capsys.readouterr().out)
    assert {one["pointer"] for one in report["changes"]} == {"/components/schemas/custom_model_type"}
    assert run(tmp_path, "drift", new, new, "--layers", "wire") == 0


def test_without_a_client_the_wire_says_who_breaks_unless_told_otherwise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "b"):
        operation = {"operationId": name, "responses": {"200": {"description": "ok"}}}
        (tmp_path / f"{name}.json").write_text(json.dumps({"openapi": "3.0.3", "paths": {"/p": {"get": operation}}}))
    pair = (tmp_path / "a.json", tmp_path / "b.json", "--layers", "wire", "--format", "json")
    assert run(tmp_path, "drift", *pair) == 1
    assert json.loads(capsys.readouterr().out)["profile"] == "wire"
    assert run(tmp_path, "drift", *pair, "--profile", "client") == 2
    assert json.loads(capsys.readouterr().out)["profile"] == "client"


def test_two_folders_of_pages_are_compared_in_all_layers(
    project: Path, tmp_path: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    vendor.edit(vector_removed)
    new = tmp_path / "new"
    new.mkdir()
    for name, data in vendor.documents.items():
        (new / f"{name}.json").write_text(json.dumps(data))
    (new / "notes.txt").write_text("no document")
    assert run(project, "drift", project / "specs" / NAME / "source", new, "--format", "json") == 2
    report = json.loads(capsys.readouterr().out)
    (breaking,) = (one for one in report["changes"] if one["level"] == "breaking")
    assert breaking["id"] == "request-property-enum-value-removed"
    assert breaking["client"].endswith(".VECTOR removed")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"swagger": "1.2", "info": {"title": "Old", "version": "1"}, "paths": {}}', "Swagger 1.2"),
        ('{"hello": "world"}', "cannot be compared"),
        ("<html><body>Nothing here", "cannot be compared"),
    ],
    ids=["Swagger 1", "not OpenAPI", "HTML"],
)
@pytest.mark.parametrize("layers", ["wire", "wire,surface,callers"])
def test_what_cannot_be_compared_is_64_with_the_reason(
    tmp_path: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str], text: str, said: str, layers: str
) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(json.dumps(vendor.documents[MODELS]))
    new.write_text(text)
    assert run(tmp_path, "drift", old, new, "--layers", layers) == 64
    error = capsys.readouterr().err
    assert said in error
    assert str(new) in error
