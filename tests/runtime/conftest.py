"""What the tests of the runtime share: the sample package, and clients of it, sync and async, that never sleep."""

from __future__ import annotations

import pytest
from driver import Driver


@pytest.fixture(params=["sync", "async"])
def driver(request: pytest.FixtureRequest) -> Driver:
    return Driver(request.param)
