"""The same steps on the sync and on the async client, neither of which ever sleeps."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Iterator
from typing import Any

from loopback import Loopback, answer
from sample import AsyncSample, Sample
from sample._runtime.paging import Pages

KEY = "sk-very-secret-key-0123456789"
JOB = {"id": "x", "status": "COMPLETE"}
GOOD = answer({"jobs_by_pk": JOB})
"""What `jobs.get` reads."""


def get(client: Any) -> Any:
    return client.jobs.get("x")


def create(client: Any) -> Any:
    return client.jobs.create(prompt="a cat")


class Driver:
    """Runs the same steps on the sync or on the async client."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.slept: list[float] = []

    def client(self, server: Loopback | str, **options: Any) -> Any:
        url = server if isinstance(server, str) else server.url
        options = {"api_key": KEY, "base_url": url, "timeout": 5.0, **options}
        if self.kind == "sync":
            return Sample(sleep=self.slept.append, **options)

        async def nap(seconds: float) -> None:
            self.slept.append(seconds)
            await asyncio.sleep(0)

        return AsyncSample(sleep=nap, **options)

    def run(self, step: Callable[[Any], Any], server: Loopback | str, **options: Any) -> Any:
        """What `step(client)` gives (awaited, and iterated, if it is async)."""
        client = self.client(server, **options)
        if self.kind == "sync":
            with client:
                value = step(client)
                return list(value) if isinstance(value, (Pages, Iterator)) else value

        async def whole() -> Any:
            async with client:
                value = step(client)
                if inspect.isawaitable(value):
                    return await value
                if hasattr(value, "__aiter__"):
                    return [item async for item in value]
                return value

        return asyncio.run(whole())
