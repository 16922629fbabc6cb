"""The generated packages as their users have them: every operation, sync and async, over a real server."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

sys.path[:0] = [str(Path(__file__).parent)]

from loopback import Loopback, answer

ROOT = Path(__file__).resolve().parent.parent
KEY = "test-key"


def _load(path: Path) -> dict[str, Any]:
    project = str(ROOT / "generated" / path.stem)
    if project not in sys.path:
        sys.path.insert(0, project)
    data: dict[str, Any] = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    return data


FILES = {path.stem: _load(path) for path in sorted((ROOT / "tests" / "clients").glob("*.yaml"))}
CALLS = [(name, call) for name, data in FILES.items() for call in data["calls"]]
IDS = [f"{name}-{call['call']}" for name, call in CALLS]


@pytest.fixture
def server() -> Iterator[Loopback]:
    made = Loopback()
    yield made
    made.close()


def play(name: str, call: dict[str, Any], server: Loopback, kind: str, **options: Any) -> Any:
    """The result of a call; of a list that comes in pages, all items."""
    data = FILES[name]
    package = importlib.import_module(data["package"])
    options = {"base_url": server.url, **data.get("options", {}), **options}

    def method(client: Any) -> Any:
        for part in call["call"].split("."):
            client = getattr(client, part)
        return client(**call["args"])

    if kind == "sync":
        with getattr(package, data["client"])(KEY, **options) as client:
            result = method(client)
            return list(result) if hasattr(result, "pages") else result

    async def run() -> Any:
        async with getattr(package, f"Async{data['client']}")(KEY, **options) as client:
            result = method(client)
            if inspect.isawaitable(result):
                return await result
            return [item async for item in result]

    return asyncio.run(run())


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize(("name", "call"), CALLS, ids=IDS)
def test_a_call_sends_exactly_its_request_and_gives_its_typed_result(
    server: Loopback, name: str, call: dict[str, Any], kind: str
) -> None:
    more = [answer(body) for body in call.get("then", [])]
    server.then(answer(call.get("answer"), call.get("status", 200)), *more)
    result = play(name, call, server, kind)
    request = server.requests[0]
    assert len(server.requests) == 1 + len(more)
    assert f"{request.method} {request.target}" == call["request"]
    assert request.header("authorization") == FILES[name]["authorization"]
    if "body" in call:
        assert request.header("content-type") == "application/json"
        assert request.json() == call["body"]
    else:
        assert request.body == b""
    if "type" not in call:
        assert result == call.get("result")
        return
    first = result[0] if isinstance(result, list) else result
    assert type(first).__name__ == call["type"]
    for field, value in call["fields"].items():
        assert getattr(first, field) == value


@pytest.mark.parametrize("name", list(FILES))
def test_the_calls_are_all_the_operations_of_the_package(name: str) -> None:
    data = FILES[name]
    package = importlib.import_module(data["package"])
    client = getattr(package, data["client"])(KEY, **data.get("options", {}))
    called = {call["call"] for call in data["calls"]}
    assert called == set(_methods(client)) - set(data.get("waiting", []))


def _methods(node: Any, prefix: str = "") -> Iterator[str]:
    from importlib import import_module

    package = type(node).__module__.split(".")[0]
    resource = import_module(f"{package}._runtime.resource").Resource
    for name in dir(type(node)):
        if name.startswith("_") or name == "with_raw_response":
            continue
        value = getattr(node, name)
        if isinstance(value, resource):
            yield from _methods(value, f"{prefix}{name}.")
        elif isinstance(node, resource) and callable(value) and "wait" not in name.split("_"):
            yield f"{prefix}{name}"
