"""Commands given what they cannot use: one message that says where, what and what to do, and nothing written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.output import files
from generator.provenance import NAME as PROVENANCE

ROOT = Path(__file__).resolve().parent.parent
SPEC = {"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {"/t": {"get": {"responses": {"200": {"description": "ok"}}}}}}  # fmt: skip
SETTINGS = "title: T\npackage: t\nclient: T\nenv: T\nversion: 0.1.0\ndocuments:\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a document, a project without providers, a file, and a folder that is somebody's."""
    (tmp_path / "spec.json").write_text(json.dumps(SPEC))
    (tmp_path / "file").write_text("text")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "README.md").write_text("my own")
    (tmp_path / "nowhere").symlink_to(tmp_path / "not-there")
    return tmp_path


BUILD = ["build", "--spec", "{}/spec.json", "--package", "t", "--out"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([*BUILD, "{}/mine"], 2, "{}/mine holds README.md, which is not from a build: give --out a folder"),
        ([*BUILD, "{}/file"], 2, "{}/file: File exists. That is no folder: name one"),
        ([*BUILD, "{}/file/below"], 2, "{}/file/below: Not a directory. That is no folder: name one"),
        ([*BUILD, "{}/nowhere"], 2, "{}/nowhere: File exists. That is no folder: name one"),
        ([*BUILD, "{}/new", "--report", "{}/mine"], 64, "--report {}/mine: that is a folder; name a file"),
        (["build", "--spec", "{}/spec.json"], 64, "--spec goes with --package NAME and --out DIR"),
        (["build", "--out", "{}/new"], 64, "--source and --out go with the name of one provider"),
        (["build", "leonardo", "--package", "t"], 64, "--package NAME goes with --spec FILE"),
        (["build", "leonardo", "--check", "--out", "{}/new"], 64, "--check writes nothing: no --out with it"),
        (["--root", "{}", "build"], 2, "{}/specs: no provider there; run it in the project's folder"),
        (["--root", "{}", "build", "--check"], 2, "{}/specs: no provider there; run it in the project's folder"),
        (["--root", "{}", "drift"], 64, "{}/specs: no provider there; run it in the project's folder"),
        (["--root", "{}", "fetch"], 64, "{}/specs: no provider there; run it in the project's folder"),
        (["vendor", "leonardo", "{}/file"], 2, "{}/file holds something else than a copy of leonardo_client"),
        (["vendor", "leonardo", "{}/nowhere"], 2, "{}/nowhere is a link that leads nowhere"),
        (["drift", "{}/spec.json", "{}/spec.json", "--layers", "wire", "-o", "{}/mine"], 64, "{}/mine: Is a directory"),
        (["drift", "--format", "html"], 64, "the HTML report is of one provider: name it"),
        (["accept", "leonardo", "--reason", "so"], 64, "--finding goes with the name of one provider"),
        (["accept", "--finding", "0", "--reason", "so", "--expires", "2999-01-01"], 64, "--finding goes with the name"),
        (["accept", "leonardo", "--expires", "soon"], 64, "argument --expires: invalid day value: 'soon'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use_is_said_and_writes_nothing(
    place: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, said: str
) -> None:
    before = files(place)
    root = [] if "--root" in arguments else ["--root", str(ROOT)]
    try:
        ended = main([*root, *(argument.format(place) for argument in arguments)])
    except SystemExit as stop:
        ended = int(stop.code or 0)
    assert (ended, files(place)) == (code, before)
    assert said.format(place) in capsys.readouterr().err


def test_a_build_takes_the_place_of_a_build_and_of_nothing_else(place: Path) -> None:
    again = [argument.format(place) for argument in (*BUILD, "{}/made")]
    assert main(again) == 0
    (place / "made" / "notes.txt").write_text("kept")
    assert main(again) == 0
    assert {"notes.txt", PROVENANCE, "README.md"} <= files(place / "made").keys()


@pytest.mark.parametrize(
    ("url", "said"),
    [("https://t.example/t.json", "run `python -m generator fetch t`"), (None, "run `python -m generator build` once")],
)
def test_a_provider_without_its_page_is_told_to_fetch_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], url: str | None, said: str
) -> None:
    (tmp_path / "specs" / "t").mkdir(parents=True)
    source = f"url: {url}, " if url else ""
    settings = f"{SETTINGS}  - {{name: page, {source}sources: [page.json]}}\n"
    (tmp_path / "specs" / "t" / "provider.yaml").write_text(settings)
    assert main(["--root", str(tmp_path), "build", "t"]) == 2
    message = capsys.readouterr().err
    assert "specs/t/source/page.json: no page of 'page' yet" in message
    assert said in message


def test_what_is_left_out_and_where_a_reference_leads_is_said(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lost = {"schema": {"$ref": "gone.json"}}, {"schema": {"$ref": "https://t.example/t.json"}}
    answer = {"description": "ok", "content": {"application/json": lost[0]}}
    away = {"description": "ok", "content": {"application/json": lost[1]}}
    hook = {"post": {"responses": {"200": {"description": "ok"}}}}
    operation = {"responses": {"200": answer, "404": away}}
    spec = {**SPEC, "openapi": "3.1.0", "paths": {"/t": {"get": operation}}, "webhooks": {"a": hook, "b": hook}}
    (place / "spec.json").write_text(json.dumps(spec))
    assert main([argument.format(place) for argument in (*BUILD, "{}/made")]) == 1
    lines = capsys.readouterr().out.splitlines()
    at = "  dangling-ref /paths/~1t/get/responses/{}/content/application~1json/schema: $ref "
    assert lines[1:] == [
        f"{at.format(200)}'gone.json' leads to nothing (there is no such place in the files beside the document or"
        " below); the schema became {}, anything.",
        f"{at.format(404)}'https://t.example/t.json' leads to nothing (a build fetches nothing: save it beside the"
        " document, and refer to that); the schema became {}, anything.",
        "  for information: 2 webhook-left-out (--report FILE names each)",
    ]
