"""Building a package from documents inside a test, and using it: no subprocess, no network."""

from __future__ import annotations

import importlib
import itertools
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from attrs import frozen

from generator import build

_NUMBERS = itertools.count(1)

OPEN: list[Any] = []
"""Clients that a test has made; the fixture `server` closes them."""


@frozen
class Built:
    """A package made from documents, imported under a name of its own."""

    name: str
    out: Path
    code: int
    lines: tuple[str, ...]
    report: dict[str, Any]

    @property
    def module(self) -> ModuleType:
        with importable(self.out):
            return importlib.import_module(self.name)

    @property
    def models(self) -> Any:
        with importable(self.out):
            return importlib.import_module(f"{self.name}.models")

    def part(self, name: str) -> Any:
        """A module of the package: `_runtime.errors`."""
        with importable(self.out):
            return importlib.import_module(f"{self.name}.{name}")

    @property
    def client_name(self) -> str:
        with importable(self.out):
            exported = self.module.__all__
        bases = [name.removesuffix("Error") for name in exported if name.endswith("Error")]
        return next(name for name in bases if f"Async{name}" in exported)

    def client(self, url: str, api_key: str | None = "key-0123456789", **options: Any) -> Any:
        """The sync client, talking to `url`, that never retries."""
        with importable(self.out):
            options = {"base_url": url, "timeout": 5.0, "max_retries": 0, **options}
            made = getattr(self.module, self.client_name)(api_key, **options)
        OPEN.append(made)
        return made

    def async_client(self, url: str, api_key: str | None = "key-0123456789", **options: Any) -> Any:
        with importable(self.out):
            options = {"base_url": url, "timeout": 5.0, "max_retries": 0, **options}
            return getattr(self.module, f"Async{self.client_name}")(api_key, **options)

    def source(self, path: str) -> str:
        """The text of a module of the package."""
        return (self.out / self.name / path).read_text(encoding="utf-8")

    def notes(self, code: str = "") -> list[str]:
        """The keys of the losses and of what is told beside them."""
        every = [*self.report["notes"], *self.report["information"]]
        return [f"{note['code']} {note['where']}" for note in every if not code or note["code"] == code]

    @property
    def losses(self) -> list[str]:
        return [f"{note['code']} {note['where']}: {note['what']}" for note in self.report["notes"]]


def build_package(out: Path, *files: Path, name: str = "") -> Built:
    """Build the documents as `build --spec` does."""
    package = name or f"rendered_{next(_NUMBERS)}_client"
    outcome = build.build_specs(list(files), package, out, lambda stage: None)
    return Built(package, out, outcome.code, (outcome.headline, *outcome.lines), outcome.report)


@contextmanager
def importable(folder: Path) -> Iterator[None]:
    """`folder` on the import path for good: generated code imports its modules when they are first used."""
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
        importlib.invalidate_caches()
    yield


def forget(names: Sequence[str]) -> None:
    """Take packages out of the interpreter again, so that a long run does not grow."""
    for name in [name for name in sys.modules if name.partition(".")[0] in names]:
        del sys.modules[name]
