"""The workflows for GitHub, as far as a machine without GitHub allows: what they may do, and their commands, run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from loopback import Answer
from ruamel.yaml import YAML
from upstream import NAME, ROOT, Vendor, git, make_project
from workflow_runner import SNAPSHOTS, Runner, read, steps

pytestmark = pytest.mark.slow

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


# What they may do


@pytest.mark.parametrize("path", [*WORKFLOWS, ROOT / "action.yml"], ids=lambda path: path.name)
def test_every_action_is_pinned_by_its_hash_with_the_version_beside_it(path: Path) -> None:
    uses = re.findall(r"uses: *(.*)", path.read_text())
    assert [one for one in uses if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_has_the_least_permissions_and_an_end(path: Path) -> None:
    data = read(path)
    assert data["permissions"] == {}
    assert "pull_request_target" not in data["on"]
    for job in data["jobs"].values():
        assert job["timeout-minutes"] <= 20
        checkouts = [step for step in job["steps"] if str(step.get("uses", "")).startswith("actions/checkout@")]
        assert [step["with"]["persist-credentials"] for step in checkouts] == [False]
        assert all("${{" not in step.get("run", "") for step in job["steps"])


def test_what_reads_documents_of_others_cannot_write_to_the_repository() -> None:
    jobs = read(ROOT / ".github" / "workflows" / "spec-drift.yml")["jobs"]
    assert jobs["look"]["permissions"] == {"contents": "read"}
    assert jobs["propose"]["permissions"] == {"actions": "read", "contents": "write", "pull-requests": "write"}
    assert [step["name"] for step in jobs["propose"]["steps"] if "generator" in step.get("run", "")] == []


def test_drift_is_never_run_on_a_pull_request() -> None:
    assert sorted(read(ROOT / ".github" / "workflows" / "spec-drift.yml")["on"]) == ["schedule", "workflow_dispatch"]


# Their commands, run


@pytest.fixture(scope="module")
def original(vendor: Vendor, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with this toolchain, one provider, and this machine's installed environment."""
    root = make_project(tmp_path_factory.mktemp("repository"), vendor.documents, vendor.server.url)
    for name in ("generator", "templates"):
        (root / name).symlink_to(ROOT / name)
    for name in ("Makefile", "requirements.txt"):
        shutil.copyfile(ROOT / name, root / name)
    os.utime(root / "requirements.txt", (0, 0))
    (root / "build" / "types").mkdir(parents=True)
    (root / "tests").mkdir()
    (root / "tests" / "conftest.py").write_text(SNAPSHOTS.partition("def test_")[0])
    (root / "tests" / "test_snapshots.py").write_text(SNAPSHOTS)
    (root / ".gitignore").write_text("build/\n.venv\n__pycache__/\n")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "With the toolchain")
    return root


@pytest.fixture
def runner(original: Path, vendor: Vendor, tmp_path: Path) -> Iterator[Runner]:
    yield Runner(original, tmp_path)
    vendor.reset()


def test_a_week_without_a_change_proposes_nothing(runner: Runner) -> None:
    assert runner.look() == ("0", 0)
    assert runner.summary.read_text().startswith(f"## {NAME}: none\n")
    assert git(runner.checkout, "status", "--porcelain") == ""


def test_a_breaking_change_becomes_a_draft_that_builds(runner: Runner, vendor: Vendor) -> None:
    vendor.edit(lambda data: data["components"]["schemas"]["custom_model_type"]["enum"].remove("VECTOR"))
    assert runner.look() == ("2", 0)
    folder = runner.propose("2")
    assert (runner.state / "body").read_text().startswith(f"## {NAME}: breaking\n")
    said = [" ".join(call[:2]) for call in runner.calls]
    assert said == ["run download", "pr list", "pr create", "pr list", "pr ready"]
    assert "--draft" in runner.calls[2]
    assert runner.calls[4] == ["pr", "ready", "--undo", "7"]
    changed = git(runner.remote, "diff", "--name-only", "HEAD", "drift/upstream").split()
    assert {"tests/written.txt", f"generated/{NAME}/CHANGELOG.md", f"specs/{NAME}/openapi.yaml"} <= set(changed)
    check = [sys.executable, "-m", "generator", "--root", str(folder), "build", "--check"]
    assert subprocess.run(check, cwd=ROOT, check=False, capture_output=True).returncode == 0


def test_a_second_look_renews_the_pull_request_and_an_addition_is_ready(runner: Runner, vendor: Vendor) -> None:
    (runner.state / "number").write_text("5")
    enum = "custom_model_type"
    vendor.edit(lambda data: data["components"]["schemas"][enum]["enum"].append("WATERCOLOUR"))
    assert runner.look() == ("1", 0)
    runner.propose("1")
    assert [call[:3] for call in runner.calls[1:]] == [
        ["pr", "list", "--head"],
        ["pr", "edit", "5"],
        ["pr", "ready", "5"],
    ]


def test_a_stale_fix_brings_the_pages_and_the_report(runner: Runner, vendor: Vendor) -> None:
    del vendor.documents["models"]["paths"]["/platformModels"]
    assert runner.look() == ("3", 0)
    changed = [line[3:] for line in git(runner.checkout, "status", "--porcelain").splitlines()]
    assert changed == [f"specs/{NAME}/lock.json", *(f"specs/{NAME}/source/{name}.json" for name in ("models",))]
    assert "### Stale" in runner.summary.read_text()


def test_an_outage_fails_the_look_and_proposes_nothing(runner: Runner, vendor: Vendor) -> None:
    vendor.answer = lambda request: Answer(503)
    assert runner.look() == ("4", 1)
    assert git(runner.checkout, "status", "--porcelain") == ""


def test_ci_runs_what_the_project_says_must_pass() -> None:
    assert [step["run"] for step in steps("ci.yml", "test") if "run" in step] == ["make .venv/.ready", ".ci/run"]
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


# In other repositories


def hook(folder: Path, entry: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run an entry of this clone in another repository, as pre-commit does."""
    program, *given = entry.split()
    command = [str(ROOT / program), *given, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def hooks() -> dict[str, str]:
    found = YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")
    assert all(one["language"] == "script" and not one["pass_filenames"] for one in found)
    return {one["id"]: one["entry"] for one in found}


def test_the_hooks_tell_a_vendored_copy_that_was_edited(hooks: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    assert hook(tmp_path, hooks["vendor-check"], NAME, "src/client").returncode == 0
    assert hook(tmp_path, hooks["vendor-check"], NAME, "src/client", "--check").returncode == 0
    (tmp_path / "src" / "client" / "_client.py").write_text("")
    done = hook(tmp_path, hooks["vendor-check"], NAME, "src/client", "--check")
    assert (done.returncode, done.stdout) == (1, "edited: _client.py\n")


def test_the_hooks_tell_a_package_that_is_not_what_its_sources_give(
    hooks: dict[str, str], original: Path, tmp_path: Path
) -> None:
    copied = tmp_path / "repository"
    shutil.copytree(original, copied, symlinks=True)
    assert hook(copied, hooks["build-check"]).returncode == 0
    (copied / "generated" / NAME / "README.md").write_text("")
    done = hook(copied, hooks["build-check"])
    assert done.returncode == 1
    assert "differs: README.md" in done.stdout


def test_the_action_passes_an_untouched_copy_and_fails_an_edited_one(runner: Runner, tmp_path: Path) -> None:
    found = {step["name"]: step for step in read(ROOT / "action.yml")["runs"]["steps"]}
    assert list(found) == ["Install", "Vendored copy", "Drift"]
    user = tmp_path / "user"
    user.mkdir()
    given = {"GITHUB_ACTION_PATH": str(ROOT), "PROVIDER": NAME, "COPY": "client"}
    assert runner.run(found["Install"], user, **given).returncode == 0
    assert hook(user, ".ci/hook vendor", NAME, "client").returncode == 0
    assert runner.run(found["Vendored copy"], user, **given).returncode == 0
    (user / "client" / "py.typed").unlink()
    assert runner.run(found["Vendored copy"], user, **given).returncode == 1


def test_zizmor_finds_nothing() -> None:
    """The auditor's persona, offline: pins, permissions, injection, credentials."""
    command = [
        shutil.which("zizmor", path=str(Path(sys.executable).parent)) or "zizmor",
        "--offline",
        "--persona=auditor",
        "--color=never",  # where CI is set it would colour a pipe too
    ]
    done = subprocess.run([*command, str(ROOT)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "No findings to report. Good job!")
