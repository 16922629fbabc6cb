"""What holds for every test: the same examples on each run, so that a red run can be repeated; snapshots, and a server."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings
from loopback import Loopback
from snapshot import Snapshots

# The packages are tested as they are without extras; runtime/test_fast.py brings the extra in by itself.
sys.modules.setdefault("msgspec", None)  # type: ignore[arg-type]

# What tests start writes plain text, however much the machine that runs them likes colours.
os.environ["NO_COLOR"] = "1"
for wish in ("FORCE_COLOR", "CLICOLOR_FORCE", "MYPY_FORCE_COLOR", "PY_COLORS"):
    os.environ.pop(wish, None)

settings.register_profile("repeatable", derandomize=True, deadline=None, print_blob=False)
settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--snapshots", action="store_true", help="write the snapshots anew instead of comparing with them")


@pytest.fixture
def snapshots(request: pytest.FixtureRequest) -> Snapshots:
    """The texts under tests/snapshots."""
    return Snapshots(write=bool(request.config.getoption("--snapshots")))


@pytest.fixture
def server() -> Iterator[Loopback]:
    """A server of the test's own, on the loopback interface."""
    made = Loopback()
    yield made
    made.close()
