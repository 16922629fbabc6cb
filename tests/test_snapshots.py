"""What the toolchain writes, as a person reads it: packages of small documents, and a report of drift."""

from __future__ import annotations

import copy
import datetime
from pathlib import Path
from typing import Any

import pytest
from render_support import build_package
from ruamel.yaml import YAML
from snapshot import FOLDER, Snapshots, read_tree

from generator.drift import Report, compare, render
from generator.drift.version import next_version

RENDER = Path(__file__).parent / "render"
SHOWN: dict[str, tuple[str, ...]] = {
    "unions": ("api.md", "openapi.yaml", "pyproject.toml", "*_client/**/*.py"),
    "enums": ("*_client/models/*.py",),
    "bodies": ("*_client/resources/upload.py", "*_client/resources/patch.py"),
    "composition": ("edits.json", "openapi.yaml", "*_client/models/*.py"),
}
"""For each document of tests/render that is shown: which files of what is built from it."""
FORMATS = {"text": "report.txt", "markdown": "report.md", "github": "report.github.txt"}


@pytest.mark.parametrize("feature", SHOWN)
def test_a_package_is_written_as_before(feature: str, snapshots: Snapshots, tmp_path: Path) -> None:
    build_package(tmp_path, RENDER / feature / "spec.yaml", name=f"{feature}_client")
    paths = {path.relative_to(tmp_path).as_posix(): path for glob in SHOWN[feature] for path in tmp_path.glob(glob)}
    texts = {name: path.read_bytes().decode("utf-8") for name, path in paths.items() if "_runtime" not in path.parts}
    snapshots.matches(feature, texts)


def moved(old: dict[str, Any]) -> dict[str, Any]:
    """The same document a release later: something of each kind has changed."""
    new = copy.deepcopy(old)
    del new["paths"]["/shapes"]
    new["paths"]["/pets"]["get"]["deprecated"] = True
    new["paths"]["/pets"]["get"]["parameters"] = [
        {"name": "limit", "in": "query", "required": True, "schema": {"type": "integer"}}
    ]
    new["paths"]["/dogs"] = {"get": {"operationId": "listDogs", "responses": {"200": {"description": "ok"}}}}
    schemas = new["components"]["schemas"]
    schemas["Cat"]["properties"]["lives"]["type"] = "string"
    schemas["Dog"]["required"] = ["kind", "breed"]
    schemas["Square"]["properties"]["shape"]["enum"] = ["square", "rectangle"]
    del schemas["Bag"]["properties"]["when"]
    return new


def test_drift_is_reported_as_before(snapshots: Snapshots) -> None:
    old = YAML(typ="safe", pure=True).load((RENDER / "unions" / "spec.yaml").read_text(encoding="utf-8"))
    new = moved(old)
    found = tuple(compare(old, new, today=datetime.date(2026, 1, 1)))
    report = Report(
        "unions", "old.yaml", "new.yaml", found, next_version=next_version("1.2.3", found), specs=(old, new)
    )
    snapshots.matches("drift", {file: render(format, report) for format, file in FORMATS.items()})


def test_every_tree_belongs_to_a_test() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {*SHOWN, "drift"}


def test_what_differs_is_shown_and_written_only_when_asked(tmp_path: Path) -> None:
    Snapshots(tmp_path, write=True).matches("a", {"x/one.txt": "1\n", "two.txt": "2\n"})
    Snapshots(tmp_path).matches("a", {"x/one.txt": "1\n", "two.txt": "2\n"})
    with pytest.raises(AssertionError) as error:
        Snapshots(tmp_path).matches("a", {"x/one.txt": "9\n", "three.txt": ""})
    assert str(error.value).splitlines() == [
        "a is not as written down. Where the change is meant: `make snapshots`, and review its diff.",
        "three.txt differs in its line ends, or is new",
        "--- written down: two.txt",
        "+++ now: two.txt",
        "@@ -1 +0,0 @@",
        "-2",
        "--- written down: x/one.txt",
        "+++ now: x/one.txt",
        "@@ -1 +1 @@",
        "-1",
        "+9",
    ]
    assert read_tree(tmp_path / "a") == {"x/one.txt": "1\n", "two.txt": "2\n"}
    Snapshots(tmp_path, write=True).matches("a", {"two.txt": "2"})
    assert read_tree(tmp_path / "a") == {"two.txt": "2"}
