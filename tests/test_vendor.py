"""A package copied into an application: it works under its new name, and the copy knows what was done to it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from client_calls import FILES, ROOT
from loopback import Loopback, answer

from generator.__main__ import main

NAMES = pytest.mark.parametrize("name", list(FILES))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The place of a copy inside an application, with the copy in it."""
    place = tmp_path / "app" / "_vendor" / "leonardo"
    assert vendored(place) == 0
    return place


def vendored(place: Path, *options: str, name: str = "leonardo", root: Path = ROOT) -> int:
    return main(["--root", str(root), "vendor", name, str(place), *options])


@NAMES
def test_a_copy_works_where_the_package_is_not_installed(tmp_path: Path, name: str) -> None:
    place = tmp_path / "app" / "_vendor" / name
    assert vendored(place, name=name) == 0
    data = FILES[name]
    call = next(c for c in data["calls"] if c["request"].startswith("GET") and "then" not in c and "type" in c)
    script = (
        f"import sys; from app._vendor.{name} import {data['client']} as Client\n"
        f"with Client('k', base_url=sys.argv[1], **{data.get('options', {})!r}) as client:\n"
        f"    found = client.{call['call']}(**{call['args']!r})\n"
        f"print(type(found[0] if isinstance(found, list) else found).__module__, {data['package']!r} in sys.modules)\n"
    )
    server = Loopback([answer(call["answer"])])
    command = [sys.executable, "-c", script, server.url]
    out = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    server.close()
    assert out.stderr == ""
    assert out.stdout.startswith(f"app._vendor.{name}.models.") and out.stdout.endswith(" False\n")


@NAMES
def test_a_copy_is_the_package_as_it_is_with_licence_and_provenance(tmp_path: Path, name: str) -> None:
    place = tmp_path / name
    assert vendored(place, name=name) == 0
    project = ROOT / "generated" / name
    expected = {
        p.relative_to(project / FILES[name]["package"]): p.read_bytes()
        for p in (project / FILES[name]["package"]).rglob("*")
        if p.is_file() and "__pycache__" not in p.parts
    }
    expected |= {Path(n): (project / n).read_bytes() for n in ("LICENSE", "PROVENANCE.json")}
    assert {p.relative_to(place): p.read_bytes() for p in place.rglob("*") if p.is_file()} == expected
    record = json.loads((place / "PROVENANCE.json").read_text(encoding="utf-8"))
    assert {"documents", "rules", "tools", "files", "version"} <= record.keys()


def told(capsys: pytest.CaptureFixture[str], place: Path, root: Path = ROOT) -> tuple[int, str]:
    capsys.readouterr()
    code = vendored(place, "--check", root=root)
    return code, capsys.readouterr().out.strip()


def test_a_fresh_copy_is_well(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, copy) == (0, f"{copy}: as vendored, and up to date")


def test_what_an_import_leaves_behind_is_no_edit(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "__pycache__").mkdir()
    (copy / "__pycache__" / "x.pyc").touch()
    assert told(capsys, copy)[0] == 0


def test_an_edited_a_missing_and_an_added_file_are_named(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "_client.py").write_text("edited = True\n", encoding="utf-8")
    (copy / "py.typed").unlink()
    (copy / "models" / "mine.py").touch()
    assert told(capsys, copy) == (1, "edited: _client.py\nadded: models/mine.py\nmissing: py.typed")


@pytest.fixture
def newer(tmp_path: Path) -> Iterator[Path]:
    """A project whose package has moved on."""
    root = tmp_path / "newer"
    for part in ("specs/leonardo/provider.yaml", "generated/leonardo"):
        copied = shutil.copytree if (ROOT / part).is_dir() else shutil.copyfile
        (root / part).parent.mkdir(parents=True, exist_ok=True)
        copied(ROOT / part, root / part)  # type: ignore[operator]
    record = root / "generated" / "leonardo" / "PROVENANCE.json"
    data = json.loads(record.read_text(encoding="utf-8"))
    data["version"] = "9.0.0"
    data["files"]["leonardo_client/_client.py"] = "0" * 64
    record.write_text(json.dumps(data), encoding="utf-8")
    yield root


def test_a_copy_of_an_older_package_is_behind(copy: Path, newer: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here = json.loads((copy / "PROVENANCE.json").read_text(encoding="utf-8"))["version"]
    assert told(capsys, copy, newer) == (1, f"behind: version {here}, here is 9.0.0; run vendor again")
    (copy / "_client.py").write_text("edited = True\n", encoding="utf-8")
    assert told(capsys, copy, newer)[1].splitlines()[0] == "edited: _client.py"


def test_vendoring_again_is_quiet_and_an_edited_copy_is_only_replaced_by_force(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert vendored(copy) == 0
    assert capsys.readouterr().out.strip() == f"{copy}: there already"
    (copy / "_client.py").write_text("edited = True\n", encoding="utf-8")
    assert vendored(copy) == 2
    assert "was edited since it was vendored (edited: _client.py)" in capsys.readouterr().err
    assert (copy / "_client.py").read_text(encoding="utf-8") == "edited = True\n"
    assert vendored(copy, "--force") == 0
    assert told(capsys, copy)[0] == 0


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").touch()
    assert vendored(tmp_path) == 2
    assert "holds something else" in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("record", [None, "{", "[]", '{"files": 1}', '{"files": {}}', "{}"])
def test_what_is_no_copy_is_said_to_be_none(copy: Path, capsys: pytest.CaptureFixture[str], record: str | None) -> None:
    if record is None:
        (copy / "PROVENANCE.json").unlink()
    else:
        (copy / "PROVENANCE.json").write_text(record, encoding="utf-8")
    assert vendored(copy, "--check") == 2
    assert "this is no vendored copy" in capsys.readouterr().err
