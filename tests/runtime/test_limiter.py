"""The limiter spaces requests; waiting for a turn has an end."""

from __future__ import annotations

import asyncio
import os
import threading
from time import monotonic
from typing import Any

import pytest
from driver import GOOD, KEY
from loopback import Answer, Loopback, answer
from sample import AsyncSample, Limiter, Sample
from sample import errors as e


def test_a_forked_child_does_not_wait_for_turns_that_its_parent_has(server: Loopback) -> None:
    """The threads that would give them back are not in the child."""
    limiter = Limiter(in_flight=1)
    assert limiter.acquire()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            code = 0 if limiter.acquire(deadline=monotonic() + 5) and not limiter.acquire(deadline=0) else 2
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert not limiter.acquire(deadline=0)


def test_the_limiter_spaces_requests_and_is_shared(driver: Any, server: Loopback) -> None:
    server.then(answer({"job": {"jobId": "1"}}))
    now, naps = [0.0], []

    def nap(seconds: float) -> None:
        naps.append(seconds)
        now[0] += seconds

    async def async_nap(seconds: float) -> None:
        nap(seconds)

    limiter = Limiter(5, per_operation={"jobs.create": 2}, clock=lambda: now[0], sleep=nap, async_sleep=async_nap)
    for _ in range(3):
        driver.run(lambda c: c.jobs.create(prompt="x"), server, limiter=limiter, deadline=None)
    assert naps == [60.0]
    assert limiter._flying == 0
    for _ in range(4):
        driver.run(lambda c: c.request("GET", "/"), server, limiter=limiter, deadline=None)
    assert naps == [60.0]
    driver.run(lambda c: c.request("GET", "/"), server, limiter=limiter, deadline=None)
    assert naps == [60.0, 60.0]


def test_the_limiter_gives_up_at_the_deadline_without_sending(driver: Any, server: Loopback) -> None:
    server.then(GOOD)
    limiter = Limiter(1)
    driver.run(lambda c: c.jobs.get("x"), server, limiter=limiter)
    with pytest.raises(e.APITimeoutError, match="nothing was sent") as caught:
        driver.run(lambda c: c.jobs.get("x"), server, limiter=limiter, deadline=1)
    assert caught.value.may_have_happened is False and len(server.requests) == 1


def test_waiting_for_a_turn_does_not_count_against_the_default_deadline(
    driver: Any, server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A loop of creates at a hundred a minute is meant to take longer than a call may."""
    server.then(GOOD)
    monkeypatch.setattr("sample._runtime.base.DEADLINE", 1.0)
    limiter = Limiter(in_flight=1)
    assert limiter.acquire()
    threading.Timer(1.3, limiter.release).start()
    assert driver.run(lambda c: c.jobs.get("x"), server, limiter=limiter).id == "x"
    assert limiter.acquire()
    with pytest.raises(e.APITimeoutError, match="nothing was sent"):
        driver.run(lambda c: c.with_options(deadline=0.2).jobs.get("x"), server, limiter=limiter)


def test_no_more_are_in_flight_than_the_limiter_allows(server: Loopback) -> None:
    flying, most, lock = [0], [0], threading.Lock()

    def slow(_: Any) -> Answer:
        with lock:
            flying[0] += 1
            most[0] = max(most[0], flying[0])
        threading.Event().wait(0.01)
        with lock:
            flying[0] -= 1
        return GOOD

    server.handle(slow)

    async def run() -> None:
        async with AsyncSample(KEY, base_url=server.url, limiter=Limiter(in_flight=3)) as client:
            await asyncio.gather(*(client.jobs.get("x") for _ in range(20)))

    asyncio.run(run())
    assert most[0] == 3


def test_the_documented_limits_are_a_preset(server: Loopback) -> None:
    client = Sample(KEY, base_url=server.url, limiter=True)
    assert repr(client.limiter) == "Limiter(2000, in_flight=10, per_operation={'jobs.create': 100})"
