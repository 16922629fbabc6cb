"""What the tests of the runtime share: the sample package, and clients of it, sync and async, that never sleep."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

# The sample package is imported by its own name, as a user would import a package.
sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from driver import Driver


@pytest.fixture(params=["sync", "async"])
def driver(request: pytest.FixtureRequest) -> Driver:
    return Driver(request.param)
