"""The packages of every case of `tests/render` are clean under mypy strict and pyright strict."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.render_support import build_package

CASES = Path(__file__).parent / "render"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one package for each document."""
    folder = tmp_path_factory.mktemp("packages")
    for document in sorted(CASES.glob("*/*.yaml")):
        name = f"{document.parent.name}_{document.stem}_client"
        built = build_package(tmp_path_factory.mktemp(name), document, name=name)
        (built.out / name).rename(folder / name)
    return folder


def test_mypy_finds_nothing(packages: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(packages.parent / "cache"), "."],
        cwd=packages, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.strip().splitlines()[-1].startswith("Success"), done.stdout[-3000:]


def test_pyright_finds_nothing(packages: Path) -> None:
    settings = {"typeCheckingMode": "strict", "reportPrivateUsage": False, "include": ["."]}
    (packages / "pyrightconfig.json").write_text(json.dumps(settings))
    done = subprocess.run(
        [sys.executable, "-m", "pyright", "--pythonpath", sys.executable], cwd=packages, capture_output=True, text=True, check=False
    )  # fmt: skip
    assert done.stdout.strip().splitlines()[-1].startswith("0 errors"), done.stdout[-3000:]
