"""The `build` command on the committed pages: what it writes, what it says, how it ends."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.freshness import is_fresh, remember, surface_text
from generator.ingest import find_document, read_text_page
from generator.output import files
from generator.repair import parse
from generator.spec.openapi import operations

ROOT = Path(__file__).resolve().parent.parent
PROVIDERS = sorted(path.parent.name for path in (ROOT / "specs").glob("*/provider.yaml"))


def build(*arguments: str | Path) -> int:
    return main(["--root", str(ROOT), "build", *map(str, arguments)])


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every provider, built into a folder of its own with its report beside it."""
    folders = {}
    for name in PROVIDERS:
        folders[name] = tmp_path_factory.mktemp(name)
        assert build(name, "--out", folders[name], "--report", folders[name] / "report.json") == 0
    return folders


@pytest.mark.parametrize("name", PROVIDERS)
def test_the_committed_tree_is_what_the_sources_give(built: dict[str, Path], name: str) -> None:
    fresh = files(built[name])
    committed = files(ROOT / "generated" / name)
    for file in ("openapi.yaml", "edits.json"):
        committed[file] = (ROOT / "specs" / name / file).read_bytes()
    for file in ("report.json", "CHANGELOG.md", "surface.txt"):
        fresh.pop(file, None)
        committed.pop(file, None)
    assert sorted(fresh) == sorted(committed)
    assert [file for file in fresh if fresh[file] != committed[file]] == []


@pytest.mark.parametrize("name", PROVIDERS)
def test_every_operation_of_the_spec_is_in_the_package_and_typed(built: dict[str, Path], name: str) -> None:
    report = json.loads((built[name] / "report.json").read_text())
    page = read_text_page("openapi.yaml", (built[name] / "openapi.yaml").read_bytes())
    keys = sorted(at.key for at in operations(parse(find_document(page), "spec").data))
    assert report["operations"] == {"spec": keys, "package": keys, "typed": keys}
    assert report["notes"] == []
    assert report["stale"] == []


def test_leonardo_has_its_fourteen_operations(built: dict[str, Path]) -> None:
    report = json.loads((built["leonardo"] / "report.json").read_text())
    assert len(report["operations"]["typed"]) == 14


def test_the_report_has_all_that_the_command_line_promises(built: dict[str, Path]) -> None:
    report = json.loads((built["leonardo"] / "report.json").read_text())
    assert {"documents", "repairs", "edits", "operations", "notes", "seconds"} <= report.keys()
    assert [document["name"] for document in report["documents"]] == [
        "elements.1.txt", "elements.2.txt", "models.txt", "image-generation.txt",
    ]  # fmt: skip
    stages = [
        "ingest",
        "repair",
        "reconcile",
        "merge",
        "overlay",
        "normalise",
        "lower",
        "render",
        "verify",
        "write",
    ]
    assert list(report["seconds"]) == stages


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/New_York", "LC_ALL": "POSIX"},
    ],
    ids=["seed-1", "seed-4242"],
)
def test_the_bytes_do_not_depend_on_hash_seed_zone_locale_umask_or_folder(
    built: dict[str, Path], tmp_path: Path, environment: dict[str, str]
) -> None:
    command = f"umask 077 && exec {sys.executable} -m generator --root {ROOT} build leonardo --out {tmp_path / 'out'}"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    subprocess.run(
        ["sh", "-c", command], cwd=elsewhere, env={**os.environ, "PYTHONPATH": str(ROOT), **environment}, check=True,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    expected = files(built["leonardo"])
    expected.pop("report.json")
    assert files(tmp_path / "out") == expected


def test_a_second_build_into_the_same_folder_changes_nothing(
    built: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.stat().st_mtime_ns for path in built["leonardo"].rglob("*") if path.is_file()}
    assert build("leonardo", "--out", built["leonardo"]) == 0
    assert "nothing changed" in capsys.readouterr().out
    assert {path: path.stat().st_mtime_ns for path in built["leonardo"].rglob("*") if path.is_file()} == before


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the project's data, to damage."""
    shutil.copytree(ROOT / "specs" / "leonardo", tmp_path / "specs" / "leonardo")
    shutil.copytree(ROOT / "generated" / "leonardo", tmp_path / "generated" / "leonardo")
    return tmp_path


def test_check_names_the_file_that_was_edited(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    model = tree / "generated" / "leonardo" / "leonardo_client" / "models" / "generation.py"
    model.write_text(model.read_text() + "\n# edited\n")
    assert main(["--root", str(tree), "build", "leonardo", "--check"]) == 1
    assert "differs: leonardo_client/models/generation.py" in capsys.readouterr().out


def test_check_by_hashes_alone_notices_a_changed_byte(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tree), "build", "leonardo", "--check"]) == 0
    assert main(["--root", str(tree), "build", "leonardo", "--check"]) == 0
    assert "nothing that decides the output has changed" in capsys.readouterr().out
    page = tree / "specs" / "leonardo" / "source" / "models.txt"
    page.write_text(page.read_text().replace("The name of the model.", "The name of the Model."))
    assert main(["--root", str(tree), "build", "leonardo", "--check"]) == 1


def test_every_file_that_is_read_or_written_decides_whether_a_check_may_be_left_out(tree: Path) -> None:
    folder = tree / "specs" / "leonardo"
    remember(tree, folder)
    kept = [*folder.rglob("*.*"), *(tree / "generated" / "leonardo").rglob("*.*")]
    paths = [path for path in kept if path.is_file() and "__pycache__" not in path.parts]
    assert {"quickstart.py", "provider.yaml", "openapi.yaml", "surface.txt", "codec.py"} <= {
        path.name for path in paths
    }
    for path in paths[:: len(paths) // 12]:
        before = path.read_bytes()
        path.write_bytes(before + b" ")
        assert not is_fresh(tree, folder), path
        path.write_bytes(before)
    (folder / "source" / "more.txt").write_text("")
    assert not is_fresh(tree, folder)
    (folder / "source" / "more.txt").unlink()
    assert is_fresh(tree, folder)


def test_a_surface_is_worked_out_again_once_a_byte_of_the_package_changed(tree: Path) -> None:
    package = tree / "generated" / "leonardo" / "leonardo_client"
    before = surface_text(tree, package)
    assert before == (package.parent / "surface.txt").read_text()
    client = package / "__init__.py"
    client.write_text(client.read_text() + "\n\ndef extra(x: int) -> None: ...\n")
    assert "leonardo_client.extra(x: int) -> None" in surface_text(tree, package)


def test_a_loss_that_nobody_accepted_is_named_and_ends_in_1(
    tree: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = tree / "specs" / "leonardo" / "provider.yaml"
    text = settings.read_text()
    settings.write_text(text[: text.index("\naccept:")] + "\n")
    assert main(["--root", str(tree), "build", "leonardo", "--out", str(tmp_path / "out")]) == 1
    assert "document-cut models#/components/schemas/BlueprintExecution" in capsys.readouterr().out


def test_an_accepted_note_that_is_gone_is_stale(tree: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = tree / "specs" / "leonardo" / "provider.yaml"
    settings.write_text(settings.read_text() + "  - {note: 'document-cut elements#/paths', reason: a test}\n")
    assert main(["--root", str(tree), "build", "leonardo", "--out", str(tmp_path / "out")]) == 1
    assert "the accepted note 'document-cut elements#/paths' is gone" in capsys.readouterr().out


@pytest.mark.parametrize(
    "command", [["build"], ["vendor", "leonardo", "x"], ["drift"], ["explain"]], ids=lambda c: c[0]
)
def test_a_python_without_the_dependencies_is_told_of_in_one_line(command: list[str]) -> None:
    """As whoever clones the repository and types the first command of the README meets it."""
    done = subprocess.run(
        [sys.executable, "-S", "-m", "generator", *command], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (64, "")
    assert done.stderr.startswith("error: this Python has no ") and done.stderr.count("\n") == 1
    assert "`make regenerate`" in done.stderr
