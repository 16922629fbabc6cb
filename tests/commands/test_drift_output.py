"""What `drift` writes: files in the format of their suffix, annotations, one text of several reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from project_commands import run, vector_removed
from upstream import NAME, Vendor

from generator.drift import Report, render
from generator.drift_commands import _joined
from generator.errors import UnusableInput

pytestmark = pytest.mark.slow


def test_each_file_is_written_in_the_format_of_its_suffix(
    project: Path, vendor: Vendor, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vendor.edit(vector_removed)
    names = ("drift.json", "drift.md", "drift.sarif", "drift.html", "drift.txt")
    reports = [part for name in names for part in ("-o", tmp_path / "new" / name)]
    assert run(project, "drift", NAME, "--layers", "wire", *reports) == 2
    shown = capsys.readouterr().out
    texts = {name: (tmp_path / "new" / name).read_text() for name in names}
    assert texts["drift.txt"] == shown
    assert json.loads(texts["drift.json"])["verdict"] == "breaking"
    assert json.loads(texts["drift.sarif"])["version"] == "2.1.0"
    assert texts["drift.md"].startswith("## leonardo: breaking\n")
    assert texts["drift.html"].startswith("<!doctype html>")


def test_annotations_point_into_the_committed_spec(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    vendor.edit(vector_removed)
    capsys.readouterr()
    assert run(project, "drift", NAME, "--layers", "wire", "--format", "github") == 2
    first = capsys.readouterr().out.splitlines()[0]
    line = int(first.partition("line=")[2].partition(",")[0])
    assert first.startswith("::error file=specs/leonardo/openapi.yaml,line=")
    spec = (project / "specs" / NAME / "openapi.yaml").read_text().splitlines()
    assert spec[line - 1].strip() == "CustomModelType:"


def test_reports_of_several_providers_are_one_text() -> None:
    reports = [Report("one", "a", "b"), Report("two", "a", "b")]
    texts = {format: [render(format, report) for report in reports] for format in ("json", "sarif", "markdown", "html")}
    assert [report["name"] for report in json.loads(_joined("json", texts["json"]))] == ["one", "two"]
    assert len(json.loads(_joined("sarif", texts["sarif"]))["runs"]) == 2
    assert _joined("markdown", texts["markdown"]).count("## ") == 2
    with pytest.raises(UnusableInput, match="of one provider"):
        _joined("html", texts["html"])
