"""Each folder here is a feature: `spec.yaml` is built once, and its test uses the package over loopback HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loopback import Loopback
from render_support import OPEN, Built, build_package


@pytest.fixture(scope="module")
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The package of the `spec.yaml` (and of what else a test names in SPECS) beside the test."""
    folder = Path(request.path).parent
    names = getattr(request.module, "SPECS", ("spec.yaml",))
    return build_package(tmp_path_factory.mktemp(folder.name), *(folder / name for name in names))


@pytest.fixture
def server(server: Loopback) -> Iterator[Loopback]:
    """The same as elsewhere; the clients that a test has made are closed before it."""
    yield server
    while OPEN:
        OPEN.pop().close()
