"""What GitHub would be to the commands of the workflows: a checkout, its environment, a remote, and `gh`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from upstream import ROOT

GH = """#!{python}
import json, os, pathlib, shutil, sys
state = pathlib.Path(os.environ["FAKE_GH"])
with (state / "calls").open("a") as calls:
    calls.write(json.dumps(sys.argv[1:]) + "\\n")
given = sys.argv[1:]
if given[:2] == ["run", "download"]:
    shutil.copytree(state / "artifact", given[given.index("--dir") + 1], dirs_exist_ok=True)
if given[:2] == ["pr", "create"]:
    (state / "number").write_text("7")
    (state / "body").write_text(pathlib.Path(given[given.index("--body-file") + 1]).read_text())
if given[:2] == ["pr", "list"] and (state / "number").exists():
    print((state / "number").read_text())
"""
SNAPSHOTS = """
from pathlib import Path

def pytest_addoption(parser):
    parser.addoption("--snapshots", action="store_true")

def test_snapshots(request):
    assert request.config.getoption("--snapshots")
    Path("tests/written.txt").write_text("anew")
"""


def read(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = YAML(typ="safe").load(path)
    return data


def steps(name: str, job: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(ROOT / ".github" / "workflows" / name)["jobs"][job]["steps"]
    return found


class Runner:
    """What GitHub would be to the commands: a checkout, its environment, a remote, and `gh`."""

    def __init__(self, original: Path, space: Path) -> None:
        self.space = space
        self.remote = space / "remote.git"
        subprocess.run(["git", "clone", "-q", "--bare", original, self.remote], check=True)
        self.state = space / "gh"
        self.state.mkdir()
        tools = space / "bin"
        tools.mkdir()
        (tools / "gh").write_text(GH.replace("{python}", sys.executable))
        (tools / "gh").chmod(0o755)
        self.output = space / "output"
        self.summary = space / "summary"
        self.environment = {
            "PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(space), "FAKE_GH": str(self.state),
            "GITHUB_OUTPUT": str(self.output), "GITHUB_STEP_SUMMARY": str(self.summary), "GITHUB_RUN_ID": "1",
            "GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "owner/name", "GH_TOKEN": "secret",
            "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": f"url.{self.remote}.insteadOf",
            "GIT_CONFIG_VALUE_0": "https://x-access-token:secret@github.com/owner/name.git",
        }  # fmt: skip
        self.checkout = self.check_out("look")
        (self.checkout / "build").mkdir()
        (self.checkout / "build" / "types").symlink_to(original / "build" / "types")

    def check_out(self, name: str) -> Path:
        folder = self.space / name
        subprocess.run(["git", "clone", "-q", self.remote, folder], check=True)
        (folder / ".venv").symlink_to(ROOT / ".venv")
        os.utime(folder / "requirements.txt", (0, 0))
        return folder

    def run(self, step: dict[str, Any], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a step as GitHub does: bash that stops at the first failure."""
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        whole = {**self.environment, **environment}
        return subprocess.run(command, cwd=folder, env=whole, capture_output=True, text=True, check=False)

    def look(self) -> tuple[str, int]:
        """The steps of the first job; the exit code of drift and that of the job."""
        code = ""
        for step in steps("spec-drift.yml", "look"):
            if "run" not in step or ("if" in step and code == "0"):
                continue
            done = self.run(step, self.checkout, CODE=code)
            if self.output.exists():
                code = self.output.read_text().strip().removeprefix("code=")
            if done.returncode:
                return code, done.returncode
        if code != "0":
            shutil.copytree(self.checkout / "build", self.state / "artifact", ignore=lambda _, names: [
                name for name in names if not name.startswith("drift.")
            ])  # fmt: skip
        return code, 0

    def propose(self, code: str) -> Path:
        """The steps of the second job in a checkout of its own."""
        folder = self.check_out("propose")
        for step in steps("spec-drift.yml", "propose"):
            if "run" in step:
                done = self.run(step, folder, CODE=code, BASE="main")
                assert done.returncode == 0, done.stderr
        return folder

    @property
    def calls(self) -> list[list[str]]:
        return [json.loads(line) for line in (self.state / "calls").read_text().splitlines()]
