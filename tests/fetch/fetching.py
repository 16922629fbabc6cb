"""The server that pages are fetched from, and one fetch that works or is refused."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest
from loopback import Answer, Loopback

from generator.errors import Unreachable
from generator.fetch import fetch_provider, write_fetched
from generator.fetch.download import Limits
from generator.output import files
from generator.provider.settings import Provider

TODAY = datetime.date(2026, 1, 1)
LATER = datetime.date(2026, 2, 1)
SPEC = {
    "openapi": "3.0.3",
    "info": {"title": "Things", "version": "1"},
    "paths": {"/things": {"get": {"responses": {}}}},
}
QUICK = Limits(size=20_000, seconds=1.0, silence=0.3, redirects=3)


def spec_bytes(spec: Any = SPEC, indent: int | None = None) -> bytes:
    return json.dumps(spec, indent=indent).encode()


class Upstream(Loopback):
    """The vendor's server: an answer for each path, which a test sets."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        super().__init__(lambda request: self.answers.get(request.path, Answer(404)))


def fetched(provider: Provider, upstream: Upstream, reply: Answer) -> None:
    """Fetch once and write it."""
    upstream.answers["/things.json"] = reply
    write_fetched(provider, fetch_provider(provider, today=TODAY, limits=QUICK))


def problem(provider: Provider, upstream: Upstream, reply: Answer | None) -> str:
    """What is said of a bad answer; the folder has to stay as it was."""
    if reply is not None:
        upstream.answers["/things.json"] = reply
    before = files(provider.folder)
    with pytest.raises(Unreachable) as caught:
        fetch_provider(provider, today=LATER, limits=QUICK)
    assert files(provider.folder) == before
    assert caught.value.exit_code == 4
    return str(caught.value)
