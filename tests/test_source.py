"""`build --source`: other pages of the same documents, in any of the forms they may be saved in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from leonardo_documents import Documents, uncut_documents
from notations import as_yaml

from generator.__main__ import main
from generator.output import files

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def whole() -> Documents:
    return uncut_documents()


FORMS: dict[str, dict[str, Any]] = {
    "JSON": {"elements.json": json.dumps, "models.json": json.dumps, "image-generation.json": json.dumps},
    "YAML": {"elements.yaml": as_yaml, "models.yml": as_yaml, "image-generation.yaml": as_yaml},
    "text, with prose around it": {
        f"{name}.txt": lambda data: f"Saved from {{the site}}.\n\n{json.dumps(data, indent=2)}\n\nEnd.\n"
        for name in ("elements", "models", "image-generation")
    },
    "two witnesses": {
        "elements.1.txt": json.dumps, "elements.2.txt": as_yaml, "models.1.json": json.dumps, "models.2.yaml": as_yaml,
        "image-generation.txt": json.dumps,
    },
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_whole_pages_give_the_same_package_and_name_what_is_no_longer_needed(
    whole: dict[str, dict[str, Any]], tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for file, dump in FORMS[form].items():
        (pages / file).write_text(dump(whole[file.split(".")[0]]), encoding="utf-8")
    out, report = tmp_path / "out", tmp_path / "report.json"
    committed = files(ROOT / "generated" / "leonardo")
    arguments = ["--source", str(pages), "--out", str(out), "--report", str(report)]
    assert main(["--root", str(ROOT), "build", "leonardo", *arguments]) == 1
    said = json.loads(report.read_text())
    assert said["notes"] == []
    stale = said["stale"]
    assert [text.partition(":")[0] for text in stale] == ["overlay.yaml"] * (len(stale) - 1) + ["provider.yaml"]
    assert len(stale) >= 2
    assert capsys.readouterr().out.splitlines()[1:] == [f"  no longer needed: {text}" for text in stale]
    package = "leonardo_client"
    assert files(out / package) == {
        name.removeprefix(f"{package}/"): data for name, data in committed.items() if name.startswith(f"{package}/")
    }
    assert files(ROOT / "generated" / "leonardo") == committed


def test_a_document_without_a_page_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "elements.json").write_text("{}")
    assert (
        main(["--root", str(ROOT), "build", "leonardo", "--source", str(tmp_path), "--out", str(tmp_path / "o")]) == 2
    )
    message = capsys.readouterr().err
    assert message.startswith(
        f"error: {tmp_path}: no page of the document 'models': put it there as one of models.json, "
    )
