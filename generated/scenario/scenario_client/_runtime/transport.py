"""The HTTP clients underneath, made when first needed.

This module imports httpx2, which costs about fifty milliseconds; nothing imports it before the first call.
"""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import AsyncIterator
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any
from urllib.request import getproxies

import httpx2

from .errors import APIConnectionError, APITimeoutError
from .overtime import attempt_until, watch
from .reading import aread, ashow, read, settle, show

if TYPE_CHECKING:
    from .base import BaseClient
    from .exchange import Call

URL_CACHE_SIZE = 512

FAILURES = (
    httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL, OSError, RuntimeError, OverflowError, ExceptionGroup,
)  # fmt: skip
"""What an exchange may raise; none of it reaches the caller as it is. The last two: a port beyond 65535, to connect to."""

NEVER_SENT = (
    httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout, httpx2.UnsupportedProtocol,
    httpx2.LocalProtocolError, httpx2.InvalidURL, OverflowError, ExceptionGroup,
)  # fmt: skip


class BytesStream(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A body in memory. Passing a stream keeps httpx2 from working out headers that are known already."""

    __slots__ = ("content",)

    def __init__(self, content: bytes) -> None:
        self.content = content

    def __iter__(self) -> Any:
        yield self.content

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self.content


class Urls(dict[str, httpx2.URL]):
    """Parsed URLs by their text: parsing one costs as much as the rest of building a request."""

    def __missing__(self, text: str) -> httpx2.URL:
        if len(self) >= URL_CACHE_SIZE:
            self.clear()
        url = self[text] = httpx2.URL(text)
        return url


URLS = Urls()


def _verify(base_url: str) -> Any:
    """How to verify: a plain http server needs no certificates, and loading them costs forty milliseconds.

    An empty context trusts nobody, so nothing goes unverified by it.
    """
    if base_url.startswith("http://"):
        import ssl

        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return True


_LIMITS = httpx2.Limits(max_connections=1000, max_keepalive_connections=100, keepalive_expiry=5.0)
_TIMEOUT = httpx2.Timeout(60.0, connect=5.0)


def _async_client(verify: Any) -> httpx2.AsyncClient:
    if getproxies():  # those of the environment need pools of httpx2's own making
        return httpx2.AsyncClient(verify=verify, limits=_LIMITS, timeout=_TIMEOUT, follow_redirects=False)
    from .pools import Pools

    pools = Pools(httpx2.create_ssl_context(verify))
    return httpx2.AsyncClient(transport=pools, timeout=_TIMEOUT, follow_redirects=False)


class _Addressed:
    """What both sessions know: whether a call goes where their own client may go."""

    _base_url: str

    def _elsewhere(self, call: Call) -> bool:
        """Whether a call needs certificates that the own client did not load (see `_verify`)."""
        return call.url.startswith("https://") and not self._base_url.startswith("https://")


class Session(_Addressed):
    """The sync HTTP client, one per process: a forked child must not share its parent's connections.

    `given` is the caller's own client, used as it is and never closed here.
    """

    def __init__(self, base_url: str, given: httpx2.Client | None) -> None:
        self.given = given
        self.closed = False
        self._base_url = base_url
        self._pid = os.getpid()
        self._lock = threading.Lock()
        self._own: httpx2.Client | None = None
        self._outside: httpx2.Client | None = None

    def http(self, *, outside: bool = False) -> httpx2.Client:
        """The client to send with; `outside` for hosts other than the API's, which never get a cookie or a key."""
        if self.closed:
            raise APIConnectionError("this client has been closed; make a new one", may_have_happened=False)
        if self.given is not None:
            return self.given
        if self._pid != os.getpid():
            self._lock = threading.Lock()
            self._own = self._outside = None
            self._pid = os.getpid()
        found = self._outside if outside else self._own
        return found if found is not None else self._make(outside)

    def _make(self, outside: bool) -> httpx2.Client:
        with self._lock:
            found = self._outside if outside else self._own
            if found is None:
                verify = True if outside else _verify(self._base_url)
                found = httpx2.Client(verify=verify, limits=_LIMITS, timeout=_TIMEOUT, follow_redirects=False)
                watch(found)
                if outside:
                    self._outside = found
                else:
                    self._own = found
            return found

    def run(self, client: BaseClient[Any], call: Call, *, stream: bool = False) -> httpx2.Response:
        """Carry a call to its final answer; with `stream`, a success is handed over unread."""
        before, after = client.hooks
        limiter = client.limiter
        while True:
            if limiter is not None:
                if not limiter.acquire(call.limit_name, deadline=call.ask_turn()):
                    raise _no_turn(client, call)
                call.got_turn()
            try:
                request = call.next_request()
                for hook in before:
                    hook(request)
                try:
                    http = self.http(outside=call.outside or self._elsewhere(call))
                    auth = None if call.outside else httpx2.USE_CLIENT_DEFAULT
                    ends = call.attempt_ends()
                    with attempt_until(ends):
                        response = http.send(request, stream=True, auth=auth, follow_redirects=False)
                        if not (stream and response.is_success):
                            read(response, client.max_response_size, ends)
                except FAILURES as error:
                    delay: float | None = call.failed(error)
                except BaseException as error:
                    call.interrupted(error)
                    raise
                else:
                    show(after, response)
                    client.told(call, response)
                    delay = call.answered(response)
                    if delay is None:
                        return response
            finally:
                if limiter is not None:
                    limiter.release()
            if delay:
                client.pause(delay)

    def close(self) -> None:
        """Close what was made here; the caller's own client stays open."""
        self.closed = True
        if self._pid == os.getpid():
            for http in (self._own, self._outside):
                if http is not None:
                    http.close()
        self._own = self._outside = None

    def __del__(self) -> None:
        """A client that nobody closed leaves no open sockets behind."""
        with suppress(Exception):
            self.close()


class AsyncSession(_Addressed):
    """The async HTTP client, one per process and event loop: connections of a closed loop are of no use."""

    def __init__(self, base_url: str, given: httpx2.AsyncClient | None) -> None:
        self.given = given
        self.closed = False
        self._base_url = base_url
        self._place: tuple[int, Any] | None = None
        self._own: httpx2.AsyncClient | None = None
        self._outside: httpx2.AsyncClient | None = None

    def http(self, loop: Any, *, outside: bool = False) -> httpx2.AsyncClient:
        """The client to send with, in this event loop."""
        if self.closed:
            raise APIConnectionError("this client has been closed; make a new one", may_have_happened=False)
        if self.given is not None:
            return self.given
        place = self._place
        if place is None or place[1] is not loop or place[0] != os.getpid():
            self._own = self._outside = None
            self._place = (os.getpid(), loop)
        found = self._outside if outside else self._own
        if found is None:
            found = _async_client(True if outside else _verify(self._base_url))
            if outside:
                self._outside = found
            else:
                self._own = found
        return found

    async def run(self, client: BaseClient[Any], call: Call, *, stream: bool = False) -> httpx2.Response:
        """Carry a call to its final answer; with `stream`, a success is handed over unread."""
        before, after = client.hooks
        limiter = client.limiter
        loop = asyncio.get_running_loop()
        while True:
            if limiter is not None:
                if not await limiter.acquire_async(call.limit_name, deadline=call.ask_turn()):
                    raise _no_turn(client, call)
                call.got_turn()
            try:
                request = call.next_request()
                for hook in before:
                    await settle(hook(request))
                try:
                    ends = call.attempt_ends()
                    async with asyncio.timeout(None if ends is None else max(0.0, ends - monotonic())):
                        http = self.http(loop, outside=call.outside or self._elsewhere(call))
                        auth = None if call.outside else httpx2.USE_CLIENT_DEFAULT
                        response = await http.send(request, stream=True, auth=auth, follow_redirects=False)
                        if not (stream and response.is_success):
                            await aread(response, client.max_response_size)
                except FAILURES as error:
                    delay: float | None = call.failed(error)
                except BaseException as error:
                    call.interrupted(error)
                    raise
                else:
                    await ashow(after, response)
                    client.told(call, response)
                    delay = call.answered(response)
                    if delay is None:
                        return response
            finally:
                if limiter is not None:
                    limiter.release()
            if delay:
                await client.pause(delay)

    async def close(self) -> None:
        """Close what was made here; the caller's own client stays open."""
        self.closed = True
        clients, self._own, self._outside = (self._own, self._outside), None, None
        if self._place != (os.getpid(), asyncio.get_running_loop()):
            return  # connections of another loop cannot be closed here, and those of a closed one are gone
        for http in clients:
            if http is not None:
                await http.aclose()


def _no_turn(client: BaseClient[Any], call: Call) -> APITimeoutError:
    told = "" if call.reached else "; nothing was sent"
    return APITimeoutError(
        f"{call.method} {client.redact(call.url)}: the limiter gave no turn before the deadline{told}",
        may_have_happened=call.reached,
    )
