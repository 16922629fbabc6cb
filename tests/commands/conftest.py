"""A project with one provider, whose vendor is on the loopback interface: each test has a fresh copy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from leonardo_documents import whole_documents
from upstream import Vendor, make_project


@pytest.fixture(scope="session")
def vendor() -> Iterator[Vendor]:
    made = Vendor(whole_documents())
    yield made
    made.server.close()


@pytest.fixture(scope="session")
def original(vendor: Vendor, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as committed; one type checker's cache serves all tests."""
    return make_project(tmp_path_factory.mktemp("original"), vendor.documents, vendor.server.url)


@pytest.fixture
def project(original: Path, vendor: Vendor, tmp_path: Path) -> Iterator[Path]:
    copied = tmp_path / "project"
    shutil.copytree(original, copied, ignore=shutil.ignore_patterns("build"))
    (original / "build" / "types").mkdir(parents=True, exist_ok=True)
    (copied / "build").mkdir()
    (copied / "build" / "types").symlink_to(original / "build" / "types")
    yield copied
    vendor.reset()
