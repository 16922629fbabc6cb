"""The end of an attempt, watched at the socket, in sync code.

A timeout of each read does not bound an answer that trickles in byte by byte: a server (or a proxy in trouble)
can hold a thread for hours with it. So each read is given only what is left of the attempt.
"""

from __future__ import annotations

import ssl
import threading
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from time import monotonic
from typing import Any

import httpx2


class _Ends(threading.local):
    at: float | None = None


_ends = _Ends()


@contextmanager
def attempt_until(ends: float | None) -> Generator[None]:
    """Let no read or write of this thread go on past `ends` (monotonic clock; None for no end)."""
    _ends.at = ends
    try:
        yield
    finally:
        _ends.at = None


def watch(http: httpx2.Client) -> None:
    """Make a client keep to `attempt_until`, through the proxies of the environment, too.

    httpx2 has no way to pass a network backend on, so it is set where the pool keeps it. Should that place
    move, the client still works: then only bodies are watched (see `reading.read`), and a test says so.
    """
    proxied: Any = getattr(http, "_mounts", {})
    for transport in (getattr(http, "_transport", None), *proxied.values()):
        pool: Any = getattr(transport, "_pool", None)
        backend: Any = getattr(pool, "_network_backend", None)
        if hasattr(backend, "connect_tcp"):
            setattr(pool, "_network_backend", _Backend(backend))  # noqa: B010


def _left(timeout: float | None, error: type[Exception]) -> float | None:
    ends = _ends.at
    if ends is None:
        return timeout
    left = ends - monotonic()
    if left <= 0:
        raise error("the attempt took too long")
    return left if timeout is None or left < timeout else timeout


class _Stream:
    """A connection that gives each read what is left of the time."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data: bytes = self._stream.read(max_bytes, _left(timeout, httpx2.ReadTimeout))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(timeout, httpx2.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> _Stream:
        left = _left(timeout, httpx2.ConnectTimeout)
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Backend:
    """Opens connections that keep to the end of the attempt."""

    def __init__(self, backend: Any) -> None:
        self._backend = backend

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> _Stream:
        left = _left(timeout, httpx2.ConnectTimeout)
        return _Stream(self._backend.connect_tcp(host, port, left, local_address, socket_options))

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> _Stream:
        left = _left(timeout, httpx2.ConnectTimeout)
        return _Stream(self._backend.connect_unix_socket(path, left, socket_options))

    def sleep(self, seconds: float) -> None:
        self._backend.sleep(seconds)
