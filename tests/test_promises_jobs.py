"""What every generated client promises of the jobs it starts and waits for, held to by nothing but the provider's own data.

The waiters of specs/<provider>/provider.yaml say what is created and polled; the calls in
tests/clients/<provider>.yaml say with which arguments.
"""

from __future__ import annotations

import asyncio
import random
from typing import Any

import pytest
from client_calls import client_of, play
from fault_plans import Counting, check, faults
from loopback import Answer, Loopback, answer
from promises import BOTH, PROVIDERS, Naps, call_of, package_of, placed, wrapped

from generator.provider.settings import Provider, Waiter

JOBS = [
    pytest.param(name, waiter, id=f"{name}-{waiter.create}")
    for name, provider in PROVIDERS.items() for waiter in provider.waiters if waiter.create
]  # fmt: skip

EVERY_JOB = pytest.mark.parametrize(("name", "waiter"), JOBS)


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
