"""The client itself: what is imported, exceptions, raw access, threads, forks, loops."""

from __future__ import annotations

import asyncio
import copy
import gc
import os
import pickle
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import httpx2
import pytest
import sample
from driver import GOOD, KEY
from loopback import Answer, Loopback, answer
from sample import AsyncSample, Sample
from sample import errors as e
from sample._runtime.lazy import ERRORS

HERE = Path(__file__).parent


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = (
        "import sys; before = set(sys.modules); import sample; sample.Sample('k');"
        "print(sorted({m.partition('.')[0] for m in set(sys.modules) - before}"
        " & {'httpx2', 'attr', 'attrs', 'asyncio', 'ssl', 'logging', 'json'}),"
        " [m for m in sys.modules if m.startswith('sample.models') or m.startswith('sample.resources')])"
    )
    out = subprocess.run([sys.executable, "-c", code], cwd=HERE, capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[] []"


def test_the_package_exports_every_exception() -> None:
    assert sorted(e.__all__) == sorted(ERRORS)
    assert all(getattr(sample, name) is getattr(e, name) for name in ERRORS)
    assert sample.SampleError is e.ClientError
    assert set(sample.__all__) <= set(dir(sample))
    with pytest.raises(AttributeError):
        _ = sample.nothing  # type: ignore[attr-defined]


def test_a_traceback_names_an_exception_as_it_is_imported() -> None:
    for name in e.__all__:
        cls = getattr(sample, name)
        assert (cls.__module__, cls.__qualname__) == ("sample", name)
        assert pickle.loads(pickle.dumps(cls)) is cls


def test_clients_cannot_be_pickled(driver: Any, server: Loopback) -> None:
    for broken in (pickle.dumps, copy.deepcopy):
        with pytest.raises(TypeError, match="in each process"):
            broken(driver.client(server))


def test_exceptions_can_be_pickled(driver: Any, server: Loopback) -> None:
    server.then(answer({"error": "nope", "code": "c"}, 404))
    with pytest.raises(e.NotFoundError) as caught:
        driver.run(lambda c: c.jobs.get("x"), server)
    back = pickle.loads(pickle.dumps(caught.value))
    assert (type(back), back.status_code, back.code, back.message, str(back)) == (
        e.NotFoundError,
        404,
        "c",
        "nope",
        str(caught.value),
    )
    failed = pickle.loads(pickle.dumps(e.JobFailedError("ended", id="7", status="FAILED")))
    assert (failed.id, failed.status, str(failed)) == ("7", "FAILED", "ended")


def test_a_users_tests_may_answer_without_a_network(driver: Any) -> None:
    """`http_client` with a mock transport is how an application tests what it does with answers."""

    def handle(request: httpx2.Request) -> httpx2.Response:
        assert request.url == "http://api.test/jobs/x"
        return httpx2.Response(200, json={"jobs_by_pk": {"id": "x"}})

    transport = httpx2.MockTransport(handle)
    given = httpx2.Client(transport=transport) if driver.kind == "sync" else httpx2.AsyncClient(transport=transport)
    assert driver.run(lambda c: c.jobs.get("x"), "http://api.test", http_client=given).id == "x"
    assert not given.is_closed


def test_what_a_user_prints_says_what_it_is(driver: Any, server: Loopback) -> None:
    client = driver.client(server)
    word = "Async" if driver.kind == "async" else ""
    assert repr(client.jobs) == f"<{word}Jobs of {word}Sample(base_url={server.url!r})>"
    assert repr(client.jobs.list_by_user("u")) == f"<{word}Pages of jobs.list_by_user, fetched as they are read>"


@pytest.mark.parametrize(
    ("reply", "text"),
    [
        (answer({"error": "nope"}, 404), "GET /jobs/x: 404 Not Found: nope"),
        (answer({"jobs_by_pk": None}), "GET /jobs/x: not found ($.jobs_by_pk is null)"),
        (Answer(200, b""), "GET /jobs/x: 200 with an empty body where JSON was expected"),
    ],
)
def test_an_error_as_text_begins_with_the_call(driver: Any, server: Loopback, reply: Answer, text: str) -> None:
    server.then(reply)
    with pytest.raises(e.APIError) as caught:
        driver.run(lambda c: c.jobs.get("x"), server)
    assert str(caught.value) == text
    assert caught.value.message == text.rpartition("GET /jobs/x: ")[2].removeprefix("404 Not Found: ")


def test_with_raw_response_gives_status_headers_and_the_result(driver: Any, server: Loopback) -> None:
    server.then(answer({"jobs_by_pk": {"id": "x"}}, x_request_id="r1"))
    raw = driver.run(lambda c: c.jobs.with_raw_response.get("x"), server)
    assert (raw.status_code, raw.request_id, raw.json(), raw.parse().id) == (
        200,
        "r1",
        {"jobs_by_pk": {"id": "x"}},
        "x",
    )
    server.then(Answer(200, b"<html>"))
    raw = driver.run(lambda c: c.jobs.with_raw_response.get("x"), server)
    assert raw.text == "<html>"
    for broken in (raw.json, raw.parse):
        with pytest.raises(e.DecodeError):
            broken()


def test_request_is_a_way_to_what_has_no_method(driver: Any, server: Loopback) -> None:
    server.then(answer({"a": 1}, 429, retry_after="0"), answer({"a": 1}))
    got = driver.run(
        lambda c: c.request("post", "/beta/x", query={"q": [1, 2]}, json={"z": None}, headers={"X-Y": "z"}),
        server,
    )
    assert got.parse() == {"a": 1} and len(server.requests) == 2
    request = server.requests[1]
    assert (request.method, request.target, request.json()) == ("POST", "/beta/x?q=1&q=2", {"z": None})
    assert request.header("authorization") == f"Bearer {KEY}" and request.header("x-y") == "z"
    server.then(answer({"error": "no"}, 404))
    with pytest.raises(e.NotFoundError):
        driver.run(lambda c: c.request("GET", "nothing"), server)


def test_one_client_serves_many_threads(server: Loopback) -> None:
    server.handle(lambda r: answer({"jobs_by_pk": {"id": r.path.rsplit("/")[-1]}}))
    found: list[str] = []
    with Sample(KEY, base_url=server.url) as client:

        def work(number: int) -> None:
            found.extend(str(client.jobs.get(f"{number}-{n}").id) for n in range(10))

        threads = [threading.Thread(target=work, args=(n,)) for n in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(found) == sorted(f"{a}-{b}" for a in range(12) for b in range(10))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_forked_child_makes_its_own_connections(server: Loopback) -> None:
    server.then(GOOD)
    with Sample(KEY, base_url=server.url) as client:
        client.jobs.get("x")
        child = os.fork()
        if child == 0:
            code = 1
            try:
                code = 0 if client.jobs.get("x").id == "x" else 2
            finally:
                os._exit(code)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        client.jobs.get("x")
    numbers = [r.connection for r in server.requests]
    assert numbers[0] == numbers[2] != numbers[1]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_async_client_works_in_one_loop_after_another_and_is_closed_in_a_third(server: Loopback) -> None:
    server.then(GOOD)
    client = AsyncSample(KEY, base_url=server.url)
    for _ in range(2):
        assert asyncio.run(client.jobs.get("x")).id == "x"  # type: ignore[arg-type]
    asyncio.run(client.close())
    del client
    gc.collect()
