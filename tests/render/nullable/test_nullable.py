"""Null in every place that may be null, in the words of 3.0 and in those of 3.1; defaults are never sent."""

from __future__ import annotations

from pathlib import Path

import pytest
from loopback import Loopback, answer
from render_support import Built, build_package

FIELDS = (
    "text", "number", "when", "state", "state2", "state3", "ref", "refsib", "list", "models", "map", "inline", "any", "union", "never", "cut",
)  # fmt: skip


@pytest.fixture(scope="module", params=["spec.yaml", "spec_3_1.yaml"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_package(tmp_path_factory.mktemp("nullable"), Path(__file__).with_name(request.param))


def test_every_property_takes_a_null(built: Built, server: Loopback) -> None:
    server.then(answer({name: None for name in FIELDS}))
    bag = built.client(server.url).bags.get_bag("a")
    assert [name for name in bag._FIELDS.values() if getattr(bag, name) is not None] == []
    assert bag.to_dict() == {name: None for name in FIELDS}


def test_every_property_takes_a_value(built: Built, server: Loopback) -> None:
    body = {
        "text": "t", "number": 1, "when": "2024-01-02T03:04:05Z", "state": "on", "state2": "off", "state3": "a",
        "ref": {"x": 1}, "refsib": {"x": 2}, "list": ["a", None], "models": [{"x": 3}, None], "map": {"k": None, "l": 2},
        "inline": {"a": "b"}, "any": [1], "union": 4, "never": "n", "cut": "two",
    }  # fmt: skip
    server.then(answer(body))
    bag = built.client(server.url).bags.get_bag("a", q=None)
    assert (bag.ref.x, bag.refsib.x, bag.models[0].x, bag.models[1], bag.inline.a) == (1, 2, 3, None, "b")
    assert (type(bag.state).__name__, bag.state.value, bag.cut.value) == (type(bag.state).__name__, "on", "two")
    assert bag.to_dict() == body


def test_a_default_is_never_sent_and_a_null_is(built: Built, server: Loopback) -> None:
    server.then(answer(None))
    client = built.client(server.url)
    assert client.bags.put_bag("a", number=None) is None
    assert server.requests[0].json() == {"number": None}


def test_null_shows_in_the_types(built: Built) -> None:
    source = built.source("models/bag.py")
    for line in ("text: str | None | Unset = UNSET", "number: int | None | Unset = UNSET", "never: str | Unset = UNSET"):
        assert line in source
    assert "ref: Other | None | Unset = UNSET" in source
    assert "list[Other | None]" in source and "dict[str, int | None]" in source


def test_nothing_is_lost(built: Built) -> None:
    assert built.losses == []
