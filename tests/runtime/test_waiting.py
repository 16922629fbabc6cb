"""Waiting for jobs: the id of a paid job is never lost."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import Any

import pytest
from loopback import Answer, Loopback, answer
from sample import errors as e
from sample._runtime.limits import Limiter
from sample._runtime.waiting import Waiter, wait

CREATED = answer({"job": {"jobId": "job-7"}})


def job(status: str | None) -> Answer:
    return answer({"jobs_by_pk": {"id": "job-7", "status": status}})


def create_and_wait(client: Any, **options: Any) -> Any:
    return client.jobs.create_and_wait(prompt="a cat", **options)


def test_a_job_is_created_once_and_polled_until_it_is_complete(driver: Any, server: Loopback) -> None:
    server.then(CREATED, job("PENDING"), job("NEW-STATE"), job("COMPLETE"))
    seen: list[str] = []
    done = driver.run(lambda c: create_and_wait(c, on_poll=lambda j: seen.append(str(j.status))), server)
    assert (done.id, done.status) == ("job-7", "COMPLETE")
    assert seen == ["PENDING", "NEW-STATE", "COMPLETE"]
    assert [r.method for r in server.requests] == ["POST", "GET", "GET", "GET"]
    assert len(driver.slept) == 2 and 1.6 <= driver.slept[0] <= 2.4 and 2.4 <= driver.slept[1] <= 3.6


def test_a_failed_job_raises_with_its_last_state(driver: Any, server: Loopback) -> None:
    server.then(CREATED, job("PENDING"), job("FAILED"))
    with pytest.raises(e.JobFailedError) as caught:
        driver.run(create_and_wait, server)
    assert (caught.value.id, caught.value.status, caught.value.job.id) == ("job-7", "FAILED", "job-7")


def test_a_job_that_takes_too_long_raises_with_its_last_state(driver: Any, server: Loopback) -> None:
    server.then(job("PENDING"))
    with pytest.raises(e.JobTimeoutError, match=r"job-7 did not end within 0\.05 s") as caught:
        driver.run(lambda c: c.jobs.wait("job-7", timeout=0.05), server)
    assert (caught.value.id, caught.value.status) == ("job-7", "PENDING")
    assert isinstance(caught.value, TimeoutError)


def test_a_server_that_stops_answering_does_not_prolong_the_wait(
    driver: Any, server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A poll with its retries could go on for minutes after the time is up."""
    monkeypatch.setattr("sample._runtime.waiting.GRACE", 0.2)
    server.then(job("PENDING"), Answer(fault="silence"))
    began = monotonic()
    with pytest.raises(e.JobTimeoutError) as caught:
        driver.run(lambda c: c.jobs.wait("job-7", timeout=0.2), server, timeout=20.0)
    assert monotonic() - began < 10
    assert (caught.value.id, caught.value.status) == ("job-7", "PENDING")
    assert isinstance(caught.value.__cause__, e.APITimeoutError)
    server.then(answer({"jobs_by_pk": {"id": "job-7", "status": "COMPLETE"}}))
    assert driver.run(lambda c: c.jobs.wait("job-7", timeout=0), server).status == "COMPLETE"


def test_a_turn_of_the_limiter_does_not_prolong_the_wait(
    driver: Any, server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sample._runtime.waiting.GRACE", 0.0)
    limiter = Limiter(per_minute=1)
    assert limiter.acquire()
    with pytest.raises(e.JobTimeoutError):
        driver.run(lambda c: c.jobs.wait("job-7", timeout=0.05), server, limiter=limiter)
    assert server.requests == []


def test_passing_failures_of_a_poll_do_not_end_the_waiting(driver: Any, server: Loopback) -> None:
    broken = [Answer(fault="drop")] * 3 + [answer({}, 500)] * 3
    server.then(CREATED, *broken, job("COMPLETE"))
    assert driver.run(create_and_wait, server).status == "COMPLETE"
    assert [r.method for r in server.requests].count("POST") == 1


@pytest.mark.parametrize("reply", [answer({}, 401), answer({"jobs_by_pk": None}), Answer(200, b"<html>")])
def test_any_other_failure_carries_the_id(driver: Any, server: Loopback, reply: Answer) -> None:
    server.then(CREATED, reply)
    with pytest.raises(e.APIError) as caught:
        driver.run(create_and_wait, server)
    assert caught.value.job_id == "job-7"
    assert caught.value.__notes__ == ["while waiting for job job-7, which goes on; follow it with wait('job-7')"]


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit, RuntimeError])
def test_ctrl_c_leaves_the_id_in_the_exception(driver: Any, server: Loopback, kind: Any) -> None:
    def interrupt(_: Any) -> None:
        raise kind

    server.then(CREATED, job("PENDING"))
    with pytest.raises(kind) as caught:
        driver.run(lambda c: create_and_wait(c, on_poll=interrupt), server)
    assert caught.value.job_id == "job-7"  # type: ignore[attr-defined]
    assert "job-7" in caught.value.__notes__[0]


def test_cancellation_leaves_the_id_in_the_exception(server: Loopback) -> None:
    from driver import Driver

    server.then(CREATED, job("PENDING"))
    caught: list[BaseException] = []

    async def run() -> None:
        async with Driver("async").client(server) as client:
            polled = asyncio.Event()

            async def work() -> None:
                try:
                    await create_and_wait(client, on_poll=lambda _: polled.set())
                except asyncio.CancelledError as error:
                    caught.append(error)
                    raise

            task = asyncio.create_task(work())
            await polled.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(run())
    assert caught[0].job_id == "job-7"  # type: ignore[attr-defined]


def test_a_create_that_names_no_job_says_what_it_answered(driver: Any, server: Loopback) -> None:
    server.then(answer({"job": {"cost": 3}}))
    with pytest.raises(e.ClientError, match="without /jobId"):
        driver.run(create_and_wait, server)
    assert len(server.requests) == 1


def test_the_time_between_polls_grows_and_is_bounded() -> None:
    waiter = Waiter(success=("done",), interval=1, growth=2, max_interval=5, jitter=0)
    assert [waiter.delay(n) for n in range(5)] == [1, 2, 4, 5, 5]
    assert waiter.delay(10_000) == 5
    jittered = Waiter(success=("done",), interval=1, growth=1, jitter=0.5)
    assert all(0.5 <= jittered.delay(0) <= 1.5 for _ in range(100))


@pytest.mark.parametrize("timeout", ["60", True, -1, float("nan")])
def test_a_timeout_that_is_no_time_is_refused_before_a_job_is_created(
    driver: Any, server: Loopback, timeout: Any
) -> None:
    with pytest.raises(e.InvalidArgumentError, match="timeout must be seconds"):
        driver.run(lambda c: create_and_wait(c, timeout=timeout), server)
    assert server.requests == []


def test_without_a_timeout_the_wait_ends_with_the_job(driver: Any, server: Loopback) -> None:
    server.then(job("PENDING"), job("PENDING"), job("COMPLETE"))
    assert driver.run(lambda c: c.jobs.wait("job-7", timeout=None), server).status == "COMPLETE"


@pytest.mark.parametrize("id", [None, ""])
def test_waiting_needs_an_id(id: Any) -> None:
    with pytest.raises(e.InvalidArgumentError):
        wait(Waiter(success=("x",)), lambda _: None, id, 1, None, lambda _: None)
