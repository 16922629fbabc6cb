"""The generated packages as their users have them: every operation, sync and async, over a real server."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from client_calls import CALLS, FILES, IDS, KEY, ROOT, at, client_of, make, play
from loopback import Answer, Loopback, answer

from generator import vendor
from generator.provider import load_provider

HOSTILE = ("../me", "", ".", "a/b", "a/../b", "..\\me", "%2e%2e", "%2F", "a\nb", "a\r\nHost: x", "a?b#c", "a b", "\0")

EVERY_CALL = pytest.mark.parametrize(("name", "call"), CALLS, ids=IDS)
BOTH = pytest.mark.parametrize("kind", ["sync", "async"])


@pytest.fixture(scope="session")
def application(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An application with every package copied into `app/_vendor`; its name for imports."""
    folder = tmp_path_factory.mktemp("application")
    place = folder / "app" / "_vendor"
    place.mkdir(parents=True)
    for package in (place.parent, place):
        (package / "__init__.py").touch()
    for name in FILES:
        vendor.vendor(ROOT / "generated", load_provider(ROOT / "specs" / name), place / name)
    sys.path.insert(0, str(folder))
    yield "app._vendor"
    sys.path.remove(str(folder))


@BOTH
@pytest.mark.parametrize("place", ["installed", "vendored"])
@EVERY_CALL
def test_a_call_sends_exactly_its_request_and_gives_its_typed_result(
    server: Loopback, application: str, name: str, call: dict[str, Any], place: str, kind: str
) -> None:
    more = [answer(body) for body in call.get("then", [])]
    server.then(answer(call.get("answer"), call.get("status", 200)), *more)
    package = f"{application}.{name}" if place == "vendored" else FILES[name]["package"]
    result = play(name, call, server.url, kind, package=package)
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
    assert type(first).__module__.startswith(f"{package}.models.")
    assert {path: at(first, path) for path in call["fields"]} == call["fields"]


@BOTH
@EVERY_CALL
def test_a_call_whose_answer_is_lost_is_repeated_only_if_it_reads_or_deletes(
    server: Loopback, name: str, call: dict[str, Any], kind: str
) -> None:
    package = import_module(FILES[name]["package"])
    server.then(Answer(fault="drop"))
    with pytest.raises(package.APIConnectionError) as caught:
        play(name, call, server.url, kind, max_retries=1, sleep=NO_SLEEP[kind])
    method = call["request"].split()[0]
    assert type(caught.value) is package.APIConnectionError and caught.value.may_have_happened
    assert [r.method for r in server.requests] == [method] * (2 if method in ("GET", "DELETE") else 1)


async def _nap(_: float) -> None:
    return None


NO_SLEEP: dict[str, Any] = {"sync": lambda _: None, "async": _nap}


def path_arguments(client: Any, call: dict[str, Any]) -> list[str]:
    """The arguments of a call that stand in its path: those that may be given without their name."""
    method = client
    for part in call["call"].split("."):
        method = getattr(method, part)
    kinds = inspect.signature(method).parameters.values()
    return [p.name for p in kinds if p.kind is p.POSITIONAL_OR_KEYWORD and p.name in call["args"]]


@EVERY_CALL
def test_a_path_argument_is_quoted_or_refused_and_never_changes_the_path(
    server: Loopback, name: str, call: dict[str, Any]
) -> None:
    package = import_module(FILES[name]["package"])
    server.then(answer({"error": "no"}, 400))
    segments = call["request"].split()[1].partition("?")[0].split("/")
    with client_of(name, "sync", base_url=server.url) as client:
        for argument in path_arguments(client, call):
            for value in HOSTILE:
                server.requests.clear()
                with pytest.raises((package.InvalidArgumentError, package.BadRequestError)):
                    result = make(client, call, **{argument: value})
                    list(result)  # a list that comes in pages asks when it is read
                for request in server.requests:
                    found = request.path.split("/")
                    assert [a for a, b in zip(found, segments, strict=True) if a != b] == [quoted(value)]


def quoted(value: str) -> str:
    """How a value stands in a path when it is not refused."""
    written = {"a/b": "a%2Fb", "%2e%2e": "%252e%252e", "%2F": "%252F", "a?b#c": "a%3Fb%23c", "a b": "a%20b"}
    return written[value]


@BOTH
@pytest.mark.parametrize("name", list(FILES))
def test_the_key_shows_in_no_repr_and_a_client_needs_one(monkeypatch: pytest.MonkeyPatch, name: str, kind: str) -> None:
    data = FILES[name]
    client = client_of(name, kind)
    assert KEY not in repr(client) + str(vars(client))
    module = import_module(data["package"])
    cls = type(client)
    for variable in ("API_KEY", "API_SECRET"):
        monkeypatch.delenv(f"{cls._config.env}_{variable}", raising=False)
    with pytest.raises(module.MissingKeyError, match=f"{cls._config.env}_API_KEY"):
        cls()


@pytest.mark.parametrize("name", list(FILES))
def test_the_calls_are_all_the_operations_of_the_package(name: str) -> None:
    called = {call["call"] for call in FILES[name]["calls"]}
    assert called == set(_methods(client_of(name, "sync"))) - set(FILES[name].get("waiting", []))


def _methods(node: Any, prefix: str = "") -> Iterator[str]:
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
