"""The loopback server as a context, and one client of each peer on it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from .payloads import ANSWERS
from .place import ROOT, WORK


@contextmanager
def loopback() -> Iterator[str]:
    """The base URL of a server in its own process."""
    answers = WORK / "answers.json"
    answers.parent.mkdir(parents=True, exist_ok=True)
    answers.write_text(json.dumps(ANSWERS), encoding="utf-8")
    command = [sys.executable, "-m", "benchmarks.server", str(answers)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        finally:
            process.kill()
