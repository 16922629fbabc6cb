"""Snapshots: trees of text under tests/snapshots that a person reviews in a diff, written by `make snapshots` alone."""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Mapping
from pathlib import Path

from attrs import frozen

FOLDER = Path(__file__).parent / "snapshots"
LONGEST = 60
"""Lines of differences that a failing test shows; the rest is in `git diff` after `make snapshots`."""


@frozen
class Snapshots:
    """The trees that were written down, and whether to write them anew."""

    folder: Path = FOLDER
    write: bool = False

    def matches(self, name: str, texts: Mapping[str, str]) -> None:
        """Fail where the tree of that name holds other files, or another text in one of them."""
        tree = self.folder / name
        if self.write:
            shutil.rmtree(tree, ignore_errors=True)
            for path, text in texts.items():
                (tree / path).parent.mkdir(parents=True, exist_ok=True)
                (tree / path).write_text(text, encoding="utf-8", newline="")
        found = read_tree(tree)
        lines = [
            line for path in sorted({*found, *texts}) for line in _difference(path, found.get(path), texts.get(path))
        ]
        if lines:
            shown = [*lines[:LONGEST], *(["..."] if len(lines) > LONGEST else [])]
            told = f"{name} is not as written down. Where the change is meant: `make snapshots`, and review its diff."
            raise AssertionError("\n".join([told, *shown]))


def read_tree(folder: Path) -> dict[str, str]:
    """The texts below a folder by path, line ends as they are."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8") for path in files}


def _difference(path: str, old: str | None, new: str | None) -> list[str]:
    if old == new:
        return []
    lines = difflib.unified_diff(
        (old or "").splitlines(), (new or "").splitlines(), f"written down: {path}", f"now: {path}", lineterm="", n=1
    )
    return list(lines) or [f"{path} differs in its line ends, or is {'new' if old is None else 'gone'}"]
