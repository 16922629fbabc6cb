"""What every generated client promises, held to by nothing but the provider's own data.

The waiters and paginators of specs/<provider>/provider.yaml say what is created, polled and paged; the calls in
tests/clients/<provider>.yaml say with which arguments. A new provider with both is held to all of this.
"""

from __future__ import annotations

import asyncio
import random
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

sys.path[:0] = [str(Path(__file__).parent)]

from client_calls import FILES, KEY, ROOT, client_of, play
from fault_plans import Counting, check, faults
from loopback import Answer, Loopback, Recorded, answer

from generator.provider import load_provider
from generator.provider.settings import Method, Paginator, Provider, Waiter

PROVIDERS = {name: load_provider(ROOT / "specs" / name) for name in FILES}
JOBS = [
    pytest.param(name, waiter, id=f"{name}-{waiter.create}")
    for name, provider in PROVIDERS.items() for waiter in provider.waiters if waiter.create
]  # fmt: skip
LISTS = [
    pytest.param(name, key, id=f"{name}-{key}") for name, provider in PROVIDERS.items() for key in provider.paginators
]

EVERY_JOB = pytest.mark.parametrize(("name", "waiter"), JOBS)
EVERY_LIST = pytest.mark.parametrize(("name", "key"), LISTS)
EVERY_PROVIDER = pytest.mark.parametrize("name", list(FILES))
BOTH = pytest.mark.parametrize("kind", ["sync", "async"])


@pytest.fixture
def server() -> Iterator[Loopback]:
    made = Loopback()
    yield made
    made.close()


class Naps:
    """A sleep for clients of both kinds that only writes down how long it was to be."""

    def __init__(self, kind: str) -> None:
        self.taken: list[float] = []
        self.sleep: Callable[[float], Any] = self._sync if kind == "sync" else self._async

    def _sync(self, seconds: float) -> None:
        self.taken.append(seconds)

    async def _async(self, seconds: float) -> None:
        self.taken.append(seconds)


def call_of(name: str, method: Method, suffix: str = "") -> dict[str, Any]:
    """The written call of an operation, or of the method made from it by `suffix`."""
    wanted = f"{method.resource}.{method.name}"
    call: dict[str, Any] = next(call for call in FILES[name]["calls"] if call["call"] == wanted)
    return {**call, "call": f"{wanted}{suffix}"}


def package_of(name: str) -> Any:
    return import_module(PROVIDERS[name].package)


def wrapped(method: Method, value: Any) -> Any:
    """A result as the wire has it, in its envelope."""
    return value if method.result is None else {method.result: value}


def placed(pointer: str, value: Any) -> Any:
    """The smallest object with a value at a JSON Pointer."""
    for part in reversed(pointer.strip("/").split("/")):
        value = {part: value}
    return value


class Job:
    """The operations of one waiter, and what the server says of the job."""

    def __init__(self, name: str, waiter: Waiter) -> None:
        provider: Provider = PROVIDERS[name]
        assert waiter.create and waiter.id
        self.waiter = waiter
        self.create = provider.operations[waiter.create]
        self.poll = provider.operations[waiter.poll]
        self.method = waiter.create.split()[0]
        self.created = wrapped(self.create, placed(waiter.id, "job-7"))

    def state(self, status: str) -> Answer:
        return answer(wrapped(self.poll, {"id": "job-7", **placed(self.waiter.status, status)}))

    def call(self, name: str, **more: Any) -> dict[str, Any]:
        """create_and_wait, with the arguments of the create."""
        call = call_of(name, self.create, f"_and_{self.waiter.method}")
        return {**call, "args": {**call["args"], **more}}


@BOTH
@EVERY_JOB
def test_a_job_is_created_once_and_polled_until_it_has_ended(
    server: Loopback, name: str, waiter: Waiter, kind: str
) -> None:
    job, naps = Job(name, waiter), Naps(kind)
    server.then(
        answer(job.created), job.state("a-state-of-tomorrow"), job.state("another"), job.state(waiter.success[0])
    )
    seen: list[str] = []
    done = play(name, job.call(name, on_poll=lambda j: seen.append(j.status)), server.url, kind, sleep=naps.sleep)
    assert (done.id, done.status) == ("job-7", waiter.success[0])
    assert seen == ["a-state-of-tomorrow", "another", waiter.success[0]]
    assert [r.method for r in server.requests] == [job.method, "GET", "GET", "GET"]
    path = waiter.poll.split()[1]
    assert {r.path for r in server.requests[1:]} == {path[: path.index("{")] + "job-7"}
    expected = [waiter.interval, min(waiter.interval * waiter.growth, waiter.max_interval)]
    for nap, seconds in zip(naps.taken, expected, strict=True):
        assert seconds * (1 - waiter.jitter) <= nap <= seconds * (1 + waiter.jitter)


@BOTH
@EVERY_JOB
def test_each_failure_of_a_job_is_raised_with_its_last_state(
    server: Loopback, name: str, waiter: Waiter, kind: str
) -> None:
    job = Job(name, waiter)
    assert waiter.failure
    for status in waiter.failure:
        server.then(answer(job.created), job.state("going-on"), job.state(status))
        with pytest.raises(package_of(name).JobFailedError) as caught:
            play(name, job.call(name), server.url, kind, sleep=Naps(kind).sleep)
        assert (caught.value.id, caught.value.status, caught.value.job.status) == ("job-7", status, status)


@BOTH
@EVERY_JOB
def test_the_id_of_a_job_is_in_whatever_ends_the_waiting(
    server: Loopback, name: str, waiter: Waiter, kind: str
) -> None:
    job, package = Job(name, waiter), package_of(name)

    def interrupt(_: Any) -> None:
        raise KeyboardInterrupt

    for more, ending, kind_of_error in (
        ({"timeout": 0}, job.state("going-on"), package.JobTimeoutError),
        ({}, answer({}, 401), package.AuthenticationError),
        ({"on_poll": interrupt}, job.state("going-on"), KeyboardInterrupt),
    ):
        server.then(answer(job.created), ending)
        with pytest.raises(kind_of_error) as caught:
            play(name, job.call(name, **more), server.url, kind, sleep=Naps(kind).sleep)
        assert caught.value.job_id == "job-7"  # type: ignore[attr-defined]


@BOTH
@EVERY_JOB
def test_passing_failures_of_a_poll_do_not_end_the_waiting(
    server: Loopback, name: str, waiter: Waiter, kind: str
) -> None:
    job = Job(name, waiter)
    broken = [Answer(fault="drop")] * 3 + [answer({}, 500)] * 3
    server.then(answer(job.created), *broken, job.state(waiter.success[0]))
    done = play(name, job.call(name), server.url, kind, sleep=Naps(kind).sleep)
    assert done.status == waiter.success[0]
    assert [r.method for r in server.requests].count(job.method) == 1


@EVERY_JOB
def test_no_job_is_started_twice_whatever_happens_to_its_create(server: Loopback, name: str, waiter: Waiter) -> None:
    job, chance = Job(name, waiter), random.Random(20261121)
    counting = Counting(lambda request: request.header("x-key") or "")
    server.handle(counting)
    call, naps = call_of(name, job.create), Naps("sync")
    outcomes = {"made": 0, "failed": 0}
    with client_of(name, "sync", base_url=server.url, max_retries=4, timeout=5, sleep=naps.sleep) as client:
        for number in range(250):
            key = f"key-{number}"
            counting.plans[key] = faults(chance, job.created)
            method: Any = client.with_options(default_headers={"X-Key": key})
            for part in call["call"].split("."):
                method = getattr(method, part)
            try:
                method(**call["args"])
                outcomes["made"] += 1
            except package_of(name).APIError:
                outcomes["failed"] += 1
            check(counting.seen.get(key, []))
    assert outcomes["made"] > 25 and outcomes["failed"] > 100
    assert max(map(len, counting.seen.values())) >= 3


@EVERY_JOB
def test_nor_by_many_at_once_from_async_code(server: Loopback, name: str, waiter: Waiter) -> None:
    job, chance = Job(name, waiter), random.Random(1)
    counting = Counting(lambda request: request.header("x-key") or "")
    server.handle(counting)
    call, keys = call_of(name, job.create), [f"key-{n}" for n in range(60)]
    counting.plans = {key: faults(chance, job.created) for key in keys}

    async def run() -> list[Any]:
        options = {"base_url": server.url, "max_retries": 4, "timeout": 10, "sleep": Naps("async").sleep}
        async with client_of(name, "async", **options) as client:

            def started(key: str) -> Any:
                method: Any = client.with_options(default_headers={"X-Key": key})
                for part in call["call"].split("."):
                    method = getattr(method, part)
                return method(**call["args"])

            return await asyncio.gather(*map(started, keys), return_exceptions=True)

    for key, result in zip(keys, asyncio.run(run()), strict=True):
        assert not isinstance(result, BaseException) or isinstance(result, package_of(name).APIError)
        check(counting.seen.get(key, []))


def rows(method: Method, paginator: Paginator, count: int) -> Callable[[Recorded], Answer]:
    """A server of a list of `count` rows, in the style of the paginator."""

    def handle(request: Recorded) -> Answer:
        query = {key: values[0] for key, values in parse_qs(request.query).items()}
        size = int(query.get(paginator.limit, paginator.page_size))
        if paginator.style == "page":
            start = (int(query.get(paginator.page or "", 1)) - 1) * size
        elif paginator.style == "offset":
            start = int(query.get(paginator.offset or "", 0))
        else:
            start = int(query.get(paginator.cursor or "", "at=0").removeprefix("at="))
        body = wrapped(method, [{"id": f"r-{n}"} for n in range(start, min(start + size, count))])
        if paginator.style == "cursor" and start + size < count:
            body |= placed(paginator.next or "", f"at={start + size}")
        return answer(body)

    return handle


@BOTH
@EVERY_LIST
def test_a_list_gives_every_row_once_in_order_and_no_more_than_asked(
    server: Loopback, name: str, key: str, kind: str
) -> None:
    provider = PROVIDERS[name]
    method, paginator = provider.operations[key], provider.paginators[key]
    call = call_of(name, method)
    kept = {argument: value for argument, value in call["args"].items() if argument not in ("limit", "page_size")}
    for more, count in (({"page_size": 3}, 8), ({"page_size": 4}, 8), ({"page_size": 3, "limit": 5}, 5), ({}, 8)):
        server.handle(rows(method, paginator, 8))
        found = play(name, {**call, "args": {**kept, **more}}, server.url, kind)
        assert [row.id for row in found] == [f"r-{n}" for n in range(count)], more
        sizes = [parse_qs(request.query).get(paginator.limit, [""])[0] for request in server.requests]
        assert sizes[0] == str(more.get("page_size", paginator.page_size))


@BOTH
@EVERY_LIST
def test_an_error_in_the_middle_of_a_list_is_raised_there(server: Loopback, name: str, key: str, kind: str) -> None:
    provider = PROVIDERS[name]
    method, paginator = provider.operations[key], provider.paginators[key]
    first = rows(method, paginator, 8)
    server.handle(lambda request: first(request) if len(server.requests) == 1 else answer({"error": "no"}, 403))
    call = call_of(name, method)
    call["args"] = {k: v for k, v in call["args"].items() if k not in ("limit", "page_size")} | {"page_size": 3}
    with pytest.raises(package_of(name).PermissionDeniedError):
        play(name, call, server.url, kind)
    assert len(server.requests) == 2


@BOTH
@EVERY_PROVIDER
def test_a_key_without_a_secret_is_sent_as_a_token(server: Loopback, name: str, kind: str) -> None:
    call = FILES[name]["calls"][0]
    server.then(answer(call["answer"]))
    play(name, call, server.url, kind, api_secret=None)
    assert server.requests[0].header("authorization") == f"Bearer {KEY}"


ERRORS = {
    400: "BadRequestError", 401: "AuthenticationError", 403: "PermissionDeniedError", 404: "NotFoundError",
    409: "ConflictError", 410: "APIStatusError", 422: "UnprocessableEntityError", 429: "RateLimitError",
    500: "InternalServerError", 503: "InternalServerError",
}  # fmt: skip


@BOTH
@EVERY_PROVIDER
@pytest.mark.parametrize(("status", "error"), ERRORS.items())
def test_an_error_status_is_an_exception_with_all_that_the_server_said(
    server: Loopback, name: str, status: int, error: str, kind: str
) -> None:
    package = package_of(name)
    for call in FILES[name]["calls"]:
        server.then(answer({"error": "that went wrong", "code": "c-1"}, status, x_request_id="q-1"))
        with pytest.raises(package.APIStatusError) as caught:
            play(name, call, server.url, kind, max_retries=0)
        assert type(caught.value) is getattr(package, error)
        assert isinstance(caught.value, getattr(package, f"{PROVIDERS[name].client}Error"))
        found = caught.value
        assert (found.status_code, found.message, found.code, found.request_id) == (
            status, "that went wrong", "c-1", "q-1",
        )  # fmt: skip


@BOTH
@EVERY_PROVIDER
def test_a_call_that_was_turned_away_is_repeated_and_one_that_may_have_cost_is_not(
    server: Loopback, name: str, kind: str
) -> None:
    package = package_of(name)
    for call in FILES[name]["calls"]:
        reads = call["request"].split()[0] in ("GET", "DELETE")
        for reply, tries in (
            (answer({}, 429), 3),
            (answer({}, 503, retry_after="2"), 3),
            (answer({}, 500), 3 if reads else 1),
            (answer({}, 503), 3 if reads else 1),
            (answer({}, 409), 1),
        ):
            server.then(reply)
            naps = Naps(kind)
            with pytest.raises(package.APIStatusError):
                play(name, call, server.url, kind, max_retries=2, sleep=naps.sleep)
            assert (len(server.requests), len(naps.taken)) == (tries, tries - 1), call["call"]
            if "Retry-After" in reply.headers:
                assert naps.taken == [2.0, 2.0]
