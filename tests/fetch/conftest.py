"""A provider with one document, and its vendor's server: a real one, on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fetching import Upstream

from generator.provider.settings import Provider, Source


@pytest.fixture
def upstream() -> Iterator[Upstream]:
    server = Upstream()
    yield server
    server.close()


@pytest.fixture
def provider(upstream: Upstream, tmp_path: Path) -> Provider:
    folder = tmp_path / "things"
    (folder / "source").mkdir(parents=True)
    sources = (Source("things", upstream.url + "/things.json", ("things.json",)),)
    return Provider(folder, "Things", "things", "Things", "THINGS", "0.1.0", sources)
