"""Server-sent events: typed values as they arrive."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from types import TracebackType
from typing import Generic, Self, TypeVar, cast

import httpx2

from .answers import Plan
from .codec import Mismatch
from .decoding import loads, locate
from .errors import APIConnectionError, APITimeoutError, DecodeError
from .transport import FAILURES

T = TypeVar("T")

MAX_EVENT = 10_000_000
"""Characters of one event; a stream without line feeds would otherwise fill the memory."""


class Event:
    """One event as the server sent it."""

    __slots__ = ("data", "id", "name")

    def __init__(self, name: str, data: str, id: str) -> None:
        self.name = name
        self.data = data
        self.id = id

    def __repr__(self) -> str:
        return f"Event({self.name!r}, {self.data!r})"


class Parser:
    """The event-stream format of the HTML standard, line by line."""

    def __init__(self) -> None:
        self._name = ""
        self._data: list[str] = []
        self._id = ""
        self._size = 0

    def line(self, line: str) -> Event | None:
        """The event that this line ends, if it ends one."""
        if not line:
            return self._end()
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if field == "data":
            self._data.append(value)
            self._size += len(value)
            if self._size > MAX_EVENT:
                raise ValueError(f"an event is longer than {MAX_EVENT:,} characters")
        elif field == "event":
            self._name = value
        elif field == "id" and "\0" not in value:
            self._id = value
        return None

    def _end(self) -> Event | None:
        data, name = self._data, self._name
        self._data, self._name, self._size = [], "", 0
        return Event(name or "message", "\n".join(data), self._id) if data else None


class _Stream(Generic[T]):
    def __init__(self, response: httpx2.Response, plan: Plan | None) -> None:
        self.response = response
        self._plan = plan

    def _value(self, event: Event) -> T:
        if self._plan is None:
            return cast("T", event)
        try:
            body = loads(event.data.encode("utf-8", "surrogatepass"))
        except ValueError:
            return cast("T", event.data)
        try:
            return cast("T", self._plan.decode(body))
        except Mismatch as mismatch:
            path = locate(body, mismatch)
            raise DecodeError(
                f"event: {path}: {mismatch}", response=self.response, body=body, path=path, text=event.data
            ) from None

    def _failure(self, error: BaseException) -> APIConnectionError:
        timed_out = isinstance(error, (httpx2.TimeoutException, TimeoutError))
        cls = APITimeoutError if timed_out else APIConnectionError
        return cls(f"the stream of events broke off: {type(error).__name__}", request=self.response.request)


class EventStream(_Stream[T]):
    """Events as they arrive; `[DONE]`, the customary last one, ends it. Close it, or use it in a `with`."""

    def __iter__(self) -> Iterator[T]:
        parser = Parser()
        try:
            for line in self.response.iter_lines():
                event = parser.line(line)
                if event is not None:
                    if event.data == "[DONE]":
                        return
                    yield self._value(event)
        except FAILURES as error:
            raise self._failure(error) from error
        finally:
            self.close()

    def close(self) -> None:
        """Stop listening."""
        self.response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncEventStream(_Stream[T]):
    """`EventStream` for async code."""

    async def __aiter__(self) -> AsyncIterator[T]:
        parser = Parser()
        try:
            async for line in self.response.aiter_lines():
                event = parser.line(line)
                if event is not None:
                    if event.data == "[DONE]":
                        return
                    yield self._value(event)
        except FAILURES as error:
            raise self._failure(error) from error
        finally:
            await self.close()

    async def close(self) -> None:
        """Stop listening."""
        await self.response.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
