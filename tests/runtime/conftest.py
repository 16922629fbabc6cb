"""What the tests of the runtime share: a server that misbehaves, and clients, sync and async, that never sleep."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# The sample package and the server are imported by their own names, as a user would import a package.
sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from driver import Driver
from loopback import Loopback


@pytest.fixture
def server() -> Iterator[Loopback]:
    made = Loopback()
    yield made
    made.close()


@pytest.fixture(params=["sync", "async"])
def driver(request: pytest.FixtureRequest) -> Driver:
    return Driver(request.param)
