"""Calls that are no method: the base of both clients."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .base import BaseClient
from .unset import UNSET, Unset

if TYPE_CHECKING:
    from .events import AsyncEventStream, Event, EventStream
    from .raw import RawResponse
    from .transport import AsyncSession, Session  # noqa: F401  what the bases below are of


class FreeCalls(BaseClient["Session"]):
    """Calls of endpoints that have no method, with the same key, retries and errors."""

    def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        json: Any = UNSET,
        form: Any = UNSET,
        multipart: Any = UNSET,
        content: bytes | str | Unset = UNSET,
    ) -> RawResponse[Any]:
        """Call an endpoint that has no method here, with the same key, retries and errors.

        `path` is appended to the base URL; a whole URL is taken as it is, and gets the key only on the API's host.
        """
        from .raw import RawResponse, free_call

        call = free_call(self, method, path, query, headers, json, form, multipart, content)
        response = self.session.run(self, call)
        self.scrub(response)
        return RawResponse(response)

    def request_stream(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        json: Any = UNSET,
        form: Any = UNSET,
        multipart: Any = UNSET,
        content: bytes | str | Unset = UNSET,
    ) -> EventStream[Event]:
        """`request`, for an answer that is a stream of events, also of a method whose documents do not say so.

        What asks the server to stream (`"stream": true` with many) is yours to send.
        """
        from .events import EventStream
        from .raw import free_call

        headers = {"Accept": "text/event-stream", **(headers or {})}
        call = free_call(self, method, path, query, headers, json, form, multipart, content)
        response = self.session.run(self, call, stream=True)
        self.scrub(response)
        return EventStream(response, redact=self.redact)


class AsyncFreeCalls(BaseClient["AsyncSession"]):
    """`FreeCalls` for async code."""

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        json: Any = UNSET,
        form: Any = UNSET,
        multipart: Any = UNSET,
        content: bytes | str | Unset = UNSET,
    ) -> RawResponse[Any]:
        """Call an endpoint that has no method here, with the same key, retries and errors.

        `path` is appended to the base URL; a whole URL is taken as it is, and gets the key only on the API's host.
        """
        from .raw import RawResponse, free_call

        call = free_call(self, method, path, query, headers, json, form, multipart, content)
        response = await self.session.run(self, call)
        self.scrub(response)
        return RawResponse(response)

    async def request_stream(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        json: Any = UNSET,
        form: Any = UNSET,
        multipart: Any = UNSET,
        content: bytes | str | Unset = UNSET,
    ) -> AsyncEventStream[Event]:
        """`request`, for an answer that is a stream of events, also of a method whose documents do not say so.

        What asks the server to stream (`"stream": true` with many) is yours to send.
        """
        from .events import AsyncEventStream
        from .raw import free_call

        headers = {"Accept": "text/event-stream", **(headers or {})}
        call = free_call(self, method, path, query, headers, json, form, multipart, content)
        response = await self.session.run(self, call, stream=True)
        self.scrub(response)
        return AsyncEventStream(response, redact=self.redact)
