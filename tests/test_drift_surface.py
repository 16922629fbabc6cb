"""The public surface of a package as text, and what moved between two."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.drift.surface import diff_surfaces, dump_surface
from generator.errors import UnusableInput

MODULE = """
from __future__ import annotations

import os as _os
from attrs import define

__all__ = ["Thing", "make"]
LIMIT: int = 3
_hidden = 1


@define(kw_only=True)
class Thing:
    id: int
    name: str | None = None
    _raw: dict

    def rename(self, name: str, *, force: bool = False) -> Thing: ...
    async def load(self) -> None: ...
    def _secret(self) -> None: ...

    @property
    def size(self) -> int: ...


def make(first: int, /, *rest: str, key: str = "a  b", **others: object) -> Thing: ...
"""


def package(tmp_path: Path, text: str = MODULE) -> Path:
    folder = tmp_path / "pkg"
    folder.mkdir(exist_ok=True)
    (folder / "__init__.py").write_text("from .things import Thing as Thing\n")
    (folder / "things.py").write_text(text)
    (folder / "_private.py").write_text("value = 1\n")
    return folder


def test_the_dump_has_every_public_name_with_its_signature(tmp_path: Path) -> None:
    assert dump_surface(package(tmp_path)).splitlines() == [
        "pkg.Thing = pkg.things.Thing",
        "pkg.things  [module]",
        "pkg.things.LIMIT: int = 3",
        "pkg.things.Thing  [class]",
        "pkg.things.Thing.id: int",
        "pkg.things.Thing.load(self) -> None  [async]",
        "pkg.things.Thing.name: str | None = None",
        "pkg.things.Thing.rename(self, name: str, *, force: bool = False) -> Thing",
        "pkg.things.Thing.size: int",
        "pkg.things.make(first: int, /, *rest: str, key: str = 'a  b', **others: object) -> Thing",
    ]


def test_a_name_from_a_private_module_is_told_with_its_members(tmp_path: Path) -> None:
    folder = package(tmp_path)
    (folder / "__init__.py").write_text("from ._client import Client as Client\n")
    (folder / "_client.py").write_text("class Client:\n    def close(self) -> None: ...\n")
    lines = dump_surface(folder).splitlines()
    assert lines[:2] == ["pkg.Client  [class]", "pkg.Client.close(self) -> None"]


def test_the_dump_is_the_same_wherever_the_package_stands(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    assert dump_surface(package(tmp_path / "one")) == dump_surface(package(tmp_path / "two"))


def test_nothing_of_the_package_is_run(tmp_path: Path) -> None:
    dump_surface(package(tmp_path, "raise SystemExit('ran')\n"))


def test_annotations_and_defaults_that_moved_are_seen(tmp_path: Path) -> None:
    old = dump_surface(package(tmp_path))
    new = dump_surface(
        package(tmp_path, MODULE.replace("id: int", "id: str").replace("= False", "= True").replace("LIMIT", "MOST"))
    )
    found = diff_surfaces(old, new)
    assert found.lines() == [
        "- pkg.things.LIMIT: int = 3",
        "- pkg.things.Thing.id: int",
        "+ pkg.things.Thing.id: str",
        "- pkg.things.Thing.rename(self, name: str, *, force: bool = False) -> Thing",
        "+ pkg.things.Thing.rename(self, name: str, *, force: bool = True) -> Thing",
        "+ pkg.things.MOST: int = 3",
    ]
    assert not diff_surfaces(old, old)


def test_a_folder_that_is_no_package_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="no __init__"):
        dump_surface(tmp_path)


def test_a_package_that_does_not_parse_is_said_or_left_out(tmp_path: Path) -> None:
    folder = package(tmp_path, "def (:\n")
    assert dump_surface(folder).splitlines() == ["pkg.Thing = pkg.things.Thing"]
    (folder / "__init__.py").write_text("def (:\n")
    with pytest.raises(UnusableInput, match="cannot be read"):
        dump_surface(folder)
