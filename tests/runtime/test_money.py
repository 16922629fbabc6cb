"""No create is ever sent twice after it may have arrived, whatever the server and the network do."""

from __future__ import annotations

import random
from typing import Any

import pytest
from loopback import Answer, Loopback, Recorded, answer
from sample import AsyncSample, Sample
from sample import errors as e

MAY_HAVE_ARRIVED = ("drop", "reset", "drop_body", "garbage")
CREATED = {"job": {"jobId": "1"}}


def faults(chance: random.Random) -> list[Answer]:
    """A random sequence of what happens to the attempts of one call."""
    kinds = [
        lambda: Answer(fault=chance.choice(MAY_HAVE_ARRIVED), body=b'{"job": {"jobId": "1"}}'),
        lambda: answer({}, 429),
        lambda: answer({}, 429, retry_after="0"),
        lambda: answer({}, 503, retry_after="0"),
        lambda: answer({}, chance.choice([400, 404, 408, 409, 500, 502, 503, 504])),
        lambda: Answer(307, b"", {"Location": "/jobs"}),
        lambda: Answer(200, b"<html>"),
        lambda: answer(CREATED),
        lambda: Answer(200, b'{"job": {"jobId": "1"}}', {"Content-Type": "application/json"}, None, 0, True),
    ]
    return [chance.choice(kinds)() for _ in range(5)]


def turned_away(reply: Answer) -> bool:
    """Whether the server said that it did not do it."""
    if reply.fault is not None:
        return False
    return reply.status == 429 or (reply.status == 503 and "Retry-After" in reply.headers)


class Counting:
    """A server that knows, for each key, how it answered each create."""

    def __init__(self) -> None:
        self.plans: dict[str, list[Answer]] = {}
        self.seen: dict[str, list[Answer]] = {}

    def __call__(self, request: Recorded) -> Answer:
        key = str(request.json()["prompt"])
        plan = self.plans[key]
        reply = plan.pop(0) if len(plan) > 1 else plan[0]
        self.seen.setdefault(key, []).append(reply)
        return reply


def check(seen: list[Answer]) -> None:
    """Nothing follows an attempt that may have been carried out.

    A create may also never arrive: on a connection that the server has just closed, the client cannot tell.
    """
    assert all(turned_away(reply) for reply in seen[:-1]), [(r.status, r.fault) for r in seen]


def test_over_a_thousand_fault_sequences_no_create_is_sent_twice(server: Loopback) -> None:
    counting = Counting()
    server.handle(counting)
    chance = random.Random(20261121)
    outcomes = {"made": 0, "failed": 0}
    with Sample("key", base_url=server.url, max_retries=4, timeout=5, sleep=lambda _: None) as client:
        for number in range(1000):
            key = f"prompt-{number}"
            counting.plans[key] = faults(chance)
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

    counting = Counting()
    server.handle(counting)
    chance = random.Random(seed)
    keys = [f"prompt-{n}" for n in range(150)]
    counting.plans = {key: faults(chance) for key in keys}

    async def nap(_: float) -> None:
        await asyncio.sleep(0)

    async def run() -> list[Any]:
        async with AsyncSample("key", base_url=server.url, max_retries=4, timeout=10, sleep=nap) as client:
            calls = [client.jobs.create(prompt=key) for key in keys]
            return await asyncio.gather(*calls, return_exceptions=True)

    results = asyncio.run(run())
    for key, result in zip(keys, results, strict=True):
        assert not isinstance(result, BaseException) or isinstance(result, e.APIError)
        check(counting.seen.get(key, []))
