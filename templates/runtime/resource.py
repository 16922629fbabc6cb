"""The bases of generated resources: their methods name an operation and its arguments, and nothing else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from .answers import read_answer
from .events import AsyncEventStream, EventStream
from .operation import Operation
from .paging import AsyncPages, Pages, Paginator
from .prepare import prepare
from .raw import RawResponse
from .unset import UNSET
from .waiting import Waiter, patience, wait, wait_async

if TYPE_CHECKING:
    from .client import AsyncClient, SyncClient

T = TypeVar("T")
Arguments = Mapping[str, Any] | None


class Resource:
    """One part of the API, sync."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client
        self._as_raw = False

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"

    def _raw_twin(self) -> Self:
        """The same resource, whose methods answer with `RawResponse`."""
        twin = type(self)(self._client)
        twin._as_raw = True
        return twin

    def _send(
        self,
        operation: Operation[T],
        *,
        path: Arguments = None,
        query: Arguments = None,
        header: Arguments = None,
        cookie: Arguments = None,
        body: Any = UNSET,
        media: str | None = None,
    ) -> T:
        client = self._client
        call, compiled = prepare(client, operation, path, query, header, cookie, body, media)
        response = client.session.run(client, call)
        if self._as_raw:
            client.scrub(response)
            return cast("T", RawResponse(response, lambda: read_answer(client, compiled, response)))
        return cast("T", read_answer(client, compiled, response))

    def _stream(
        self,
        operation: Operation[T],
        *,
        path: Arguments = None,
        query: Arguments = None,
        header: Arguments = None,
        cookie: Arguments = None,
        body: Any = UNSET,
        media: str | None = None,
    ) -> EventStream[T]:
        client = self._client
        call, compiled = prepare(client, operation, path, query, header, cookie, body, media)
        response = client.session.run(client, call, stream=True)
        client.scrub(response)
        return EventStream(response, compiled.choose(response), client.redact)

    def _pages(
        self,
        operation: Operation[list[T]],
        paginator: Paginator,
        *,
        path: Arguments = None,
        query: Arguments = None,
        header: Arguments = None,
        cookie: Arguments = None,
        body: Any = UNSET,
        limit: int | None = None,
    ) -> Pages[T]:
        return Pages(self._client, operation, paginator, path, query, header, cookie, body, limit)

    _patience = staticmethod(patience)

    def _wait(
        self,
        waiter: Waiter,
        get: Callable[[Any], T],
        job: Any,
        *,
        timeout: float | None,
        on_poll: Callable[[T], object] | None,
    ) -> T:
        return wait(waiter, get, job, timeout, on_poll, self._client.pause)


class AsyncResource:
    """One part of the API, async."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self._as_raw = False

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"

    def _raw_twin(self) -> Self:
        """The same resource, whose methods answer with `RawResponse`."""
        twin = type(self)(self._client)
        twin._as_raw = True
        return twin

    async def _send(
        self,
        operation: Operation[T],
        *,
        path: Arguments = None,
        query: Arguments = None,
        header: Arguments = None,
        cookie: Arguments = None,
        body: Any = UNSET,
        media: str | None = None,
    ) -> T:
        client = self._client
        call, compiled = prepare(client, operation, path, query, header, cookie, body, media)
        response = await client.session.run(client, call)
        if self._as_raw:
            client.scrub(response)
            return cast("T", RawResponse(response, lambda: read_answer(client, compiled, response)))
        return cast("T", read_answer(client, compiled, response))

    async def _stream(
        self,
        operation: Operation[T],
        *,
        path: Arguments = None,
        query: Arguments = None,
        header: Arguments = None,
        cookie: Arguments = None,
        body: Any = UNSET,
        media: str | None = None,
    ) -> AsyncEventStream[T]:
        client = self._client
        call, compiled = prepare(client, operation, path, query, header, cookie, body, media)
        response = await client.session.run(client, call, stream=True)
        client.scrub(response)
        return AsyncEventStream(response, compiled.choose(response), client.redact)

    def _pages(
        self,
        operation: Operation[list[T]],
        paginator: Paginator,
        *,
        path: Arguments = None,
        query: Arguments = None,
        header: Arguments = None,
        cookie: Arguments = None,
        body: Any = UNSET,
        limit: int | None = None,
    ) -> AsyncPages[T]:
        return AsyncPages(self._client, operation, paginator, path, query, header, cookie, body, limit)

    _patience = staticmethod(patience)

    async def _wait(
        self,
        waiter: Waiter,
        get: Callable[[Any], Awaitable[T]],
        job: Any,
        *,
        timeout: float | None,
        on_poll: Callable[[T], Any] | None,
    ) -> T:
        return await wait_async(waiter, get, job, timeout, on_poll, self._client.pause)
