"""Fifty calls at once, in async code: the client's processor time, and the requests a second."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

from ..claims import Chart, Claim, Outcome, milliseconds, same
from ..loopback import loopback
from ..measure import interleave, ratios, spread
from ..payloads import GENERATION_ID
from ..place import PLAIN

ROUNDS = 17
AT_ONCE = 50
TIMES = 4
"""Batches of calls in a measurement."""

Call = Callable[[], Awaitable[Any]]


async def clients(base: str) -> dict[str, Call]:
    """One get of each; `with` is left out, so that connections live as long as the run."""
    from importlib import import_module

    import httpx2
    from leonardo_ai_sdk import LeonardoAiSDK

    limits = httpx2.Limits(max_connections=1000, max_keepalive_connections=100)
    raw = httpx2.AsyncClient(base_url=base, headers={"authorization": "Bearer k"}, limits=limits)
    client = import_module(PLAIN).AsyncLeonardo("k", base_url=base)
    sdk = LeonardoAiSDK(bearer_auth="k", server_url=base).image

    async def ours() -> int:
        return len((await client.generations.get(GENERATION_ID)).generated_images)

    async def httpx2_alone() -> int:
        answer = await raw.get(f"/generations/{GENERATION_ID}")
        return len(answer.json()["generations_by_pk"]["generated_images"])

    async def leonardo() -> int:
        answer = await sdk.get_generation_by_id_async(id=GENERATION_ID)
        return len(answer.object.generations_by_pk.generated_images)

    return {"ours": ours, "raw httpx2": httpx2_alone, "leonardo-ai-sdk": leonardo}


def run() -> Outcome:
    """All in one event loop, one batch of fifty after the other."""
    loop = asyncio.new_event_loop()
    rate: dict[str, list[float]] = {}

    async def batch(call: Call) -> list[Any]:
        return await asyncio.gather(*(call() for _ in range(AT_ONCE)))

    def subject(name: str, call: Call) -> Callable[[], float]:
        def measure() -> float:
            start, wall = time.process_time(), time.perf_counter()
            for _ in range(TIMES):
                loop.run_until_complete(batch(call))
            rate.setdefault(name, []).append(AT_ONCE * TIMES / (time.perf_counter() - wall))
            return (time.process_time() - start) / TIMES

        return measure

    with loopback() as base:
        each = loop.run_until_complete(clients(base))
        same("fifty gets", *(loop.run_until_complete(batch(call)) for call in each.values()))
        times = interleave({name: subject(name, call) for name, call in each.items()}, ROUNDS)
    peer = "leonardo-ai-sdk"
    return Outcome(
        "50 calls at once, async",
        "every one of the fifty calls got the generation with its images, in each",
        (
            Claim("50 gets at once, of raw httpx2", "at most", 1.15, ratios(times, "ours", "raw httpx2"), tried=TRIED),
            Claim("50 gets at once, requests a second, of leonardo-ai-sdk's", "at least", 3.0, ratios(rate, "ours", peer), tried=TRIED),
        ),
        {
            "50 at once": milliseconds(times),
            "requests a second": {name: f"{spread(values)[1]:.0f}" for name, values in rate.items()},
        },
        (Chart("concurrent-calls", "50 calls at once, async", "requests a second", {
            "50 at once": {name: spread(values)[1] for name, values in rate.items()}}),),
    )  # fmt: skip


TRIED = (
    "Half of the time went into httpx2's pool, which looks at every idle connection twice for each request: now many small "
    "pools share the calls. What is left is httpx2 itself. Of the requests a second, the loopback server takes its part of "
    "the second core, for every client the same."
)
