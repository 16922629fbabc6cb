"""No create is ever sent twice after it may have arrived, whatever the server and the network do."""

from __future__ import annotations

import asyncio
import random
from typing import Any

import httpx2
import pytest
from fault_plans import Counting, check, faults
from loopback import Answer, Loopback, Recorded
from sample import AsyncSample, Sample
from sample import errors as e

CREATED = {"job": {"jobId": "1"}}


def prompt_of(request: Recorded) -> str:
    return str(request.json()["prompt"])


def test_over_a_thousand_fault_sequences_no_create_is_sent_twice(server: Loopback) -> None:
    counting = Counting(prompt_of)
    server.handle(counting)
    chance = random.Random(20261121)
    outcomes = {"made": 0, "failed": 0}
    with Sample("key", base_url=server.url, max_retries=4, timeout=5, sleep=lambda _: None) as client:
        for number in range(1000):
            key = f"prompt-{number}"
            counting.plans[key] = faults(chance, CREATED)
            try:
                client.jobs.create(prompt=key)
                outcomes["made"] += 1
            except e.APIError:
                outcomes["failed"] += 1
            check(counting.seen.get(key, []))
    assert outcomes["made"] > 100 and outcomes["failed"] > 400
    assert max(map(len, counting.seen.values())) >= 4


@pytest.mark.parametrize("seed", [1])
def test_nor_from_async_code_with_many_at_once(server: Loopback, seed: int) -> None:
    import asyncio

    counting = Counting(prompt_of)
    server.handle(counting)
    chance = random.Random(seed)
    keys = [f"prompt-{n}" for n in range(150)]
    counting.plans = {key: faults(chance, CREATED) for key in keys}
    for key in chance.sample(keys, 30):
        counting.plans[key].insert(chance.choice((0, 1)), Answer(fault="silence"))

    async def nap(_: float) -> None:
        await asyncio.sleep(0)

    async def run() -> list[Any]:
        async with AsyncSample("key", base_url=server.url, max_retries=4, timeout=2, sleep=nap) as client:
            calls = [client.jobs.create(prompt=key) for key in keys]
            return await asyncio.gather(*calls, return_exceptions=True)

    results = asyncio.run(run())
    for key, result in zip(keys, results, strict=True):
        assert not isinstance(result, BaseException) or isinstance(result, e.APIError)
        check(counting.seen.get(key, []))
    assert sum(isinstance(result, e.APITimeoutError) for result in results) >= 15


@pytest.mark.parametrize(("step", "notes"), [("create", 1), ("get", 0)])
@pytest.mark.parametrize("kind", [KeyboardInterrupt, asyncio.CancelledError])
def test_an_interrupted_create_says_that_it_may_have_been_carried_out(
    driver: Any, step: str, notes: int, kind: type[BaseException]
) -> None:
    def interrupted(request: httpx2.Request) -> httpx2.Response:
        raise kind

    made = httpx2.Client if driver.kind == "sync" else httpx2.AsyncClient
    http: Any = made(transport=httpx2.MockTransport(interrupted))
    steps: Any = {"create": lambda c: c.jobs.create(prompt="x"), "get": lambda c: c.jobs.get("x")}
    with pytest.raises(kind) as caught:
        driver.run(steps[step], "http://api.test", http_client=http)
    found = getattr(caught.value, "__notes__", [])
    assert len(found) == notes
    assert not notes or "POST http://api.test/jobs was under way and may have been carried out" in found[0]
