"""What a person sees: stages as they run and a table at the end on a terminal, plain lines elsewhere."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent
STAGES = ("ingest", "repair", "reconcile", "merge", "overlay", "normalise", "lower", "render", "verify", "write")


def on_terminal(*arguments: str) -> tuple[int, str]:
    """The exit code and all that the command wrote to a terminal of 120 columns."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "120", "LINES": "40"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(
        [sys.executable, "-B", "-m", "generator", *arguments], cwd=ROOT, env=environment, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        data = b""
        while select.select([ours], [], [], 60)[0]:
            try:
                part = os.read(ours, 65_536)
            except OSError:
                break
            if not part:
                break
            data += part
    os.close(ours)
    return process.returncode, data.decode("utf-8")


def test_a_terminal_shows_each_stage_and_a_closing_table(tmp_path: Path) -> None:
    code, shown = on_terminal("build", "leonardo", "--out", str(tmp_path / "out"))
    assert code == 0
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown)
    for stage in STAGES[:-1]:
        assert re.search(rf"✓ +leonardo +{stage} +\d+\.\d\d s", plain), stage
    last = [line.split() for line in plain.splitlines() if line.strip()][-3:]
    assert last[0] == ["provider", "operations", "typed", "edits", "unaccepted", "accepted", "seconds", "result"]
    assert last[2][:5] == ["leonardo", "14", "of", "14", "14"]
    assert last[2][-1] == "written"
    assert "\x1b[2K" in shown


def test_elsewhere_it_is_one_plain_line(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-B", "-m", "generator", "build", "leonardo", "--out", str(tmp_path / "out")],
        cwd=ROOT, capture_output=True, text=True, check=True, env={**os.environ, "TERM": "xterm-256color"},
    )  # fmt: skip
    assert done.stderr == ""
    pattern = r"leonardo: 14 of 14 operations, 14 with a typed result; \d+ edits; 0 unaccepted notes, \d+ accepted; \d+\.\d\d s; written\n"
    assert re.fullmatch(pattern, done.stdout)


def test_a_locale_without_the_characters_is_no_reason_to_fail(tmp_path: Path) -> None:
    spec = tmp_path / "spec.json"
    spec.write_text(
        '{"openapi": "3.0.0", "info": {"title": "é", "version": "1"}, "paths": {"/文": {"get": {"responses": {"2x文": {"description": ""}}}}}}'
    )
    arguments = ["build", "--spec", str(spec), "--package", "client", "--out", str(tmp_path / "out")]
    done = subprocess.run(
        [sys.executable, "-B", "-m", "generator", *arguments], cwd=ROOT, capture_output=True, check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"\\u6587" in done.stdout
