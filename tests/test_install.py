"""A package installs from its folder, into an environment that has nothing else of this project.

Here without a network: the wheel is built with the hatchling of this environment, and attrs and httpx2 are lent
to the new one. `make installs` does the same from a package index.
"""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import zipfile
from email.parser import HeaderParser
from pathlib import Path

import pytest
from client_calls import FILES, ROOT
from loopback import Loopback, answer

pytestmark = pytest.mark.slow

NAMES = pytest.mark.parametrize("name", list(FILES))
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
QUIETLY = ["--quiet", "--no-index", "--no-deps"]


def run(*command: str | Path, cwd: Path | None = None) -> str:
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheels")
    projects = [ROOT / "generated" / name for name in FILES]
    run(*PIP, "wheel", *QUIETLY, "--no-build-isolation", "--wheel-dir", folder, *projects)
    return folder


def wheel(wheels: Path, name: str) -> Path:
    (found,) = wheels.glob(f"{FILES[name]['package']}-*.whl")
    return found


@NAMES
def test_a_wheel_holds_the_package_and_says_what_it_needs(wheels: Path, name: str) -> None:
    package = FILES[name]["package"]
    project = ROOT / "generated" / name
    version = json.loads((project / "PROVENANCE.json").read_text(encoding="utf-8"))["version"]
    with zipfile.ZipFile(wheel(wheels, name)) as archive:
        info = f"{package}-{version}.dist-info"
        files = {n for n in archive.namelist() if not n.startswith(info)}
        metadata = HeaderParser().parsestr(archive.read(f"{info}/METADATA").decode("utf-8"))
        assert f"{info}/licenses/LICENSE" in archive.namelist()
    committed = {p.relative_to(project).as_posix() for p in (project / package).rglob("*") if p.is_file()}
    assert files == {path for path in committed if "__pycache__" not in path}
    assert f"{package}/py.typed" in files
    assert sorted(metadata.get_all("Requires-Dist", [])) == [
        "attrs>=23.2", "httpx2<3,>=2.0", "msgspec>=0.19; extra == 'fast'",
    ]  # fmt: skip
    assert (metadata["Name"], metadata["Version"]) == (package.replace("_", "-"), version)
    assert (metadata["Requires-Python"], metadata["License-Expression"]) == (">=3.11", "MIT")
    assert metadata["Description-Content-Type"] == "text/markdown"


SCRIPT = """
import importlib.metadata, json, sys
import {package} as package
print(importlib.metadata.version(package.__name__.replace("_", "-")) == package.__version__, package.__file__)
with package.{client}("key", base_url=sys.argv[1], **{options!r}) as client:
    print(type(client.request("GET", "/x").json()).__name__)
"""


@NAMES
def test_an_installed_package_works_in_a_fresh_environment(wheels: Path, tmp_path: Path, name: str) -> None:
    fresh = tmp_path / "fresh"
    run(sys.executable, "-m", "venv", "--without-pip", fresh)
    python = fresh / "bin" / "python"
    run(*PIP, "--python", python, "install", *QUIETLY, wheel(wheels, name))
    (site,) = fresh.glob("lib/python*/site-packages")
    (site / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    data = FILES[name]
    script = SCRIPT.format(package=data["package"], client=data["client"], options=data.get("options", {}))
    server = Loopback([answer({})])
    try:
        out = run(python, "-c", script, server.url, cwd=tmp_path)
    finally:
        server.close()
    assert out == f"True {site / data['package'] / '__init__.py'}\ndict\n"


@NAMES
def test_the_readme_says_how_to_install(name: str) -> None:
    readme = (ROOT / "generated" / name / "README.md").read_text(encoding="utf-8")
    assert "\n    pip install . " in readme
    assert (ROOT / "generated" / name / "pyproject.toml").is_file()
