"""Connections for many async calls at once.

The pool of httpx2 looks at every idle connection, down to its socket, when a request comes and again when it is
answered: fifty calls at once spend half of their time there, five hundred nearly all of it. Many small pools, the
first with room taken, look at four at most. One call after the other stays on one connection, as ever.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import suppress
from time import monotonic
from typing import Final

import httpx2

CONNECTIONS: Final = 4
"""Connections of one pool."""

EXPIRY: Final = 5.0
"""Seconds for which an idle connection is kept."""

IDLE: Final = 25
"""Pools that may be idle at once."""

MOST: Final = 250
"""Pools in all: who comes when each is full waits at the one with the fewest calls."""


class _Pool:
    """A pool, and the calls that have not left it."""

    __slots__ = ("busy", "left", "transport")

    def __init__(self, verify: ssl.SSLContext) -> None:
        limits = httpx2.Limits(
            max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS, keepalive_expiry=EXPIRY
        )
        self.transport = httpx2.AsyncHTTPTransport(verify=verify, limits=limits)
        self.busy = 0
        self.left = 0.0


class Pools(httpx2.AsyncBaseTransport):
    """The transport of an async client, for one event loop."""

    def __init__(self, verify: ssl.SSLContext) -> None:
        self._verify = verify
        self._pools: list[_Pool] = []
        self._idle = 0
        self._look_at = 0.0

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request on the first pool that has room."""
        pool = self._enter()
        try:
            if self._idle:
                await self._retire()
            response = await pool.transport.handle_async_request(request)
        except BaseException:
            self._leave(pool)
            raise
        assert isinstance(response.stream, httpx2.AsyncByteStream)
        response.stream = _Answer(response.stream, self, pool)
        return response

    async def aclose(self) -> None:
        """Close all connections."""
        pools, self._pools, self._idle = self._pools, [], 0
        await _close(pools)

    async def leave(self, pool: _Pool) -> None:
        """Note that a call is over; too many idle pools are closed."""
        self._leave(pool)
        if self._idle > IDLE:
            await self._retire()

    def _enter(self) -> _Pool:
        for found in self._pools:
            if found.busy < CONNECTIONS:
                break
        else:
            found = self._another()
        if not found.busy:
            self._idle -= 1
        found.busy += 1
        return found

    def _another(self) -> _Pool:
        if len(self._pools) >= MOST:
            return min(self._pools, key=lambda pool: pool.busy)
        pool = _Pool(self._verify)
        self._pools.append(pool)
        self._idle += 1
        return pool

    def _leave(self, pool: _Pool) -> None:
        pool.busy -= 1
        if not pool.busy:
            self._idle += 1
            pool.left = monotonic()

    async def _retire(self) -> None:
        """Close idle pools whose time is over, and those that are too many."""
        now = monotonic()
        if self._idle <= IDLE and now < self._look_at:
            return
        self._look_at = now + EXPIRY
        idle = [pool for pool in self._pools if not pool.busy]
        gone = [pool for number, pool in enumerate(idle) if number >= IDLE or pool.left <= now - EXPIRY]
        self._pools = [pool for pool in self._pools if pool not in gone]
        self._idle -= len(gone)
        if gone:  # the call that happens to close them may be cancelled: nobody else knows of them any more
            await asyncio.shield(_close(gone))


async def _close(pools: list[_Pool]) -> None:
    """Close pools, each whatever became of the one before."""
    for pool in pools:
        with suppress(Exception):
            await pool.transport.aclose()


class _Answer(httpx2.AsyncByteStream):
    """The body of an answer; its call has left the pool when it is closed."""

    def __init__(self, stream: httpx2.AsyncByteStream, pools: Pools, pool: _Pool) -> None:
        self._stream = stream
        self._pools = pools
        self._pool: _Pool | None = pool

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._stream.__aiter__()

    async def aclose(self) -> None:
        """Give the connection back."""
        pool, self._pool = self._pool, None
        try:
            await self._stream.aclose()
        finally:
            if pool is not None:
                await self._pools.leave(pool)
