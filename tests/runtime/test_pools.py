"""Many async calls at once: each gets its answer, connections are used again, and no more stay open than are of use."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest
from loopback import Answer, Loopback, Recorded, answer
from sample import AsyncSample
from sample import errors as e
from sample._runtime import pools, transport
from sample._runtime.pools import CONNECTIONS, IDLE, Pools


def together(number: int) -> Any:
    """A handler that answers only when so many requests are there, each with its own id."""
    barrier = threading.Barrier(number, timeout=30)

    def handle(request: Recorded) -> Answer:
        barrier.wait()
        return answer({"jobs_by_pk": {"id": request.path.rpartition("/")[2]}})

    return handle


async def at_once(client: AsyncSample, number: int) -> list[str]:
    """Ask for so many jobs in one go."""
    jobs = await asyncio.gather(*(client.jobs.get(str(n)) for n in range(number)))
    return [job.id for job in jobs]


def pools_of(client: AsyncSample) -> Pools:
    """Look below."""
    found = client.session._own._transport  # type: ignore[attr-defined]
    assert isinstance(found, Pools)
    return found


def test_calls_at_once_get_their_own_answers_and_the_next_ones_use_their_connections(server: Loopback) -> None:
    server.handle(together(30))
    wanted = [str(n) for n in range(30)]

    async def run() -> None:
        async with AsyncSample("k", base_url=server.url) as client:
            assert await at_once(client, 30) == wanted
            assert await at_once(client, 30) == wanted
            assert server.connections == 30
            assert [pool.busy for pool in pools_of(client)._pools] == [0] * 8
            server.handle(together(1))
            for _ in range(5):
                await client.jobs.get("1")
            assert len({request.connection for request in server.requests}) == 1
        assert server.connections == 30

    asyncio.run(run())


def test_what_is_idle_for_long_or_too_much_is_closed(server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr(pools, "monotonic", lambda: now[0])
    number = (IDLE + 2) * CONNECTIONS
    server.handle(together(number))

    async def run() -> None:
        async with AsyncSample("k", base_url=server.url) as client:
            await at_once(client, number)
            found = pools_of(client)
            assert len(found._pools) == found._idle == IDLE
            server.handle(together(1))
            now[0] += pools.EXPIRY + 1
            await client.jobs.get("1")
            assert len(found._pools) == found._idle == 1

    asyncio.run(run())


def test_beyond_the_most_calls_wait_for_a_connection(server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "MOST", 2)
    server.handle(together(2 * CONNECTIONS))

    async def run() -> None:
        async with AsyncSample("k", base_url=server.url) as client:
            assert len(await at_once(client, 6 * CONNECTIONS)) == 6 * CONNECTIONS
        assert server.connections == 2 * CONNECTIONS

    asyncio.run(run())


def test_calls_that_fail_or_are_cancelled_leave_their_pool(server: Loopback) -> None:
    server.then(Answer(fault="drop"))

    async def run() -> None:
        async with AsyncSample("k", base_url=server.url, max_retries=0) as client:
            with pytest.raises(e.APIConnectionError):
                await client.jobs.get("1")
            server.then(Answer(fault="silence"))
            call = asyncio.create_task(client.jobs.get("1"))
            while not server.requests:
                await asyncio.sleep(0.01)
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call
            assert [pool.busy for pool in pools_of(client)._pools] == [0]
            server.handle(together(1))
            assert (await client.jobs.get("7")).id == "7"

    asyncio.run(run())


def test_what_one_call_closes_is_closed_though_it_is_cancelled(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.handle(together(30))

    async def run() -> None:
        async with AsyncSample("k", base_url=server.url) as client:
            await at_once(client, 30)
            found = pools_of(client)
            opened = [one for pool in found._pools for one in pool.transport._pool.connections]
            monkeypatch.setattr(pools, "monotonic", lambda: transport.monotonic() + pools.EXPIRY + 1)
            call = asyncio.create_task(client.jobs.get("1"))
            await asyncio.sleep(0)  # it has begun to close them
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call
            for _ in range(200):
                await asyncio.sleep(0)
            left = [one for pool in found._pools for one in pool.transport._pool.connections]
            assert len(left) == CONNECTIONS
            assert all(one.is_closed() for one in opened if one not in left)

    asyncio.run(run())


def test_proxies_of_the_environment_are_used(server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", server.url)
    server.handle(together(1))

    async def run() -> None:
        async with AsyncSample("k", base_url="http://api.example.invalid") as client:
            assert (await client.jobs.get("3")).id == "3"
        assert server.requests[0].target.startswith("http://api.example.invalid/")

    asyncio.run(run())


def test_one_context_verifies_for_all_pools() -> None:
    client = transport._async_client(True)
    found = client._transport
    assert isinstance(found, Pools)
    assert found._another().transport._pool._ssl_context is found._another().transport._pool._ssl_context
    assert found._verify.verify_mode.name == "CERT_REQUIRED"
