"""Server-sent events and JSON in lines: typed values as they arrive."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Iterator
from types import TracebackType
from typing import Any, Generic, Self, TypeVar, cast

import httpx2

from .answers import UNREADABLE, Plan, shortened, start_of
from .codec import Mismatch
from .decoding import loads, locate
from .errors import APIConnectionError, APITimeoutError, DecodeError
from .reading import check_packing
from .shapes import is_object
from .transport import FAILURES

T = TypeVar("T")

MAX_EVENT = 10_000_000
"""Bytes of one event; a stream without line feeds would otherwise fill the memory."""

_FRAME = frozenset({"event", "data", "id", "retry", "comment"})

_FIELDS = frozenset({"", "data", "event", "id", "retry"})
"""What a line may begin with; a comment begins with the colon."""

_LINE_END = re.compile(rb"\r\n|\n|\r")


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
    """The event-stream format of the HTML standard, fed with bytes as they come.

    Lines end with CR, LF or both, and with nothing else: JSON may hold U+2028, at which `str.splitlines` splits.
    """

    def __init__(self) -> None:
        self._line: list[bytes] = []
        self._name = ""
        self._data: list[str] = []
        self._id = ""
        self._held = 0
        self._size = 0
        self._after_cr = False
        self._first = True
        self._any = False
        self._odd = ""

    def feed(self, chunk: bytes) -> Iterator[Event]:
        """The events that end in this chunk; ValueError for one that is too long."""
        if not chunk:
            return
        if self._after_cr and chunk[:1] == b"\n":
            chunk = chunk[1:]
        self._after_cr = chunk[-1:] == b"\r"
        *whole, rest = _LINE_END.split(chunk)
        for part in whole:
            self._hold(part)
            line = b"".join(self._line).decode("utf-8", "replace")
            self._line.clear()
            self._held = 0
            event = self._end_of_line(line)
            if event is not None:
                yield event
        self._hold(rest)

    def _hold(self, part: bytes) -> None:
        self._line.append(part)
        self._held += len(part)
        if self._size + self._held > MAX_EVENT:
            raise ValueError(f"an event is longer than {MAX_EVENT:,} bytes")

    def _end_of_line(self, line: str) -> Event | None:
        if self._first:
            line = line.removeprefix("\ufeff")
            self._first = False
        if not line:
            return self._end_of_event()
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if field == "data":
            self._data.append(value)
            self._size += len(value)
        elif field == "event":
            self._name = value
        elif field == "id" and "\0" not in value:
            self._id = value
        elif field not in _FIELDS:
            self._odd = self._odd or start_of(line)
        return None

    def _end_of_event(self) -> Event | None:
        data, name = self._data, self._name
        self._any |= bool(data)
        self._data, self._name, self._size = [], "", 0
        return Event(name or "message", "\n".join(data), self._id) if data else None

    def end(self) -> Iterator[Event]:
        """What is left when the stream ends: by the standard an event without its blank line is none.

        ValueError for content that had no event in it and is none: JSON or a file, of a server that does not stream.
        """
        self._end_of_line(b"".join(self._line).decode("utf-8", "replace"))
        if self._odd and not self._any:
            raise ValueError(f"no stream of events; it starts {self._odd!r}")
        return iter(())


class Lines:
    """JSON values in a row, fed with bytes as they come: one in each line, or each behind an RS (RFC 7464)."""

    def __init__(self, separator: bytes = b"\n") -> None:
        self._separator = separator
        self._rest: list[bytes] = []
        self._held = 0

    def feed(self, chunk: bytes) -> Iterator[Event]:
        """The values that end in this chunk; ValueError for one that is too long."""
        *whole, rest = chunk.split(self._separator)
        for part in whole:
            self._hold(part)
            yield from self.end()
        self._hold(rest)

    def _hold(self, part: bytes) -> None:
        self._rest.append(part)
        self._held += len(part)
        if self._held > MAX_EVENT:
            raise ValueError(f"a line is longer than {MAX_EVENT:,} bytes")

    def end(self) -> Iterator[Event]:
        """The line so far: the last one may end with the stream."""
        line = b"".join(self._rest).decode("utf-8", "replace").strip("\ufeff\x1e \t\r\n")
        self._rest.clear()
        self._held = 0
        if line:
            yield Event("message", line, "")


class _Stream(Generic[T]):
    def __init__(
        self, response: httpx2.Response, plan: Plan | None = None, redact: Callable[[str], str] = str
    ) -> None:
        self.response = response
        self._plan = plan
        self._redact = redact

    def _parser(self) -> Parser | Lines:
        if self._plan is None or self._plan.result.frame != "lines":
            return Parser()
        return Lines(b"\x1e" if "json-seq" in self._plan.result.media else b"\n")

    def _value(self, event: Event) -> T:
        if self._plan is None:
            return cast("T", event)
        frame = self._plan.result.frame
        body: Any = event.data
        if frame != "text":
            try:
                body = loads(event.data.encode("utf-8", "surrogatepass"))
            except ValueError as error:
                if not frame:
                    return cast("T", event.data)
                if frame == "lines":
                    message = f"a line that is not JSON: {error}; it starts {start_of(event.data)!r}"
                    raise self._unread(message, text=event.data) from None
        if not frame and self._plan.result.decode == "str" and not isinstance(body, str):
            return cast("T", event.data)
        if frame in ("json", "text") and not (is_object(body) and "data" in body and body.keys() <= _FRAME):
            # Some servers write the documented object into the data once more; that is then the event.
            body = {"event": event.name, "data": body, **({"id": event.id} if event.id else {})}
        try:
            return cast("T", self._plan.decode(body))
        except Mismatch as mismatch:
            path = locate(body, mismatch)
            raise self._unread(f"event: {path}: {mismatch}", body=body, path=path, text=event.data) from None
        except UNREADABLE as error:
            message = f"event: it could not be read: {type(error).__name__}: {error}"
            raise self._unread(message, body=body, text=event.data) from error

    def _unread(self, message: str, **found: Any) -> DecodeError:
        return DecodeError(shortened(self._redact(message)), response=self.response, **found)

    def _events(self, parser: Parser | Lines, chunk: bytes | None) -> Iterator[Event]:
        """The events of a chunk, or of the end of the stream."""
        try:
            yield from parser.end() if chunk is None else parser.feed(chunk)
        except ValueError as error:
            media = self.response.headers.get("content-type", "no content type")
            raise self._unread(f"{self.response.status_code} ({media}): {error}") from None

    def _failure(self, error: BaseException) -> APIConnectionError:
        timed_out = isinstance(error, (httpx2.TimeoutException, TimeoutError))
        cls = APITimeoutError if timed_out else APIConnectionError
        return cls(f"the stream of events broke off: {type(error).__name__}", request=self.response.request)


class EventStream(_Stream[T]):
    """Events as they arrive; `[DONE]`, the customary last one, ends it. Close it, or use it in a `with`."""

    def __iter__(self) -> Iterator[T]:
        parser = self._parser()
        try:
            check_packing(self.response)
            for chunk in self.response.iter_bytes():
                for event in self._events(parser, chunk):
                    if event.data == "[DONE]":
                        return
                    yield self._value(event)
            for event in self._events(parser, None):
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
        parser = self._parser()
        try:
            check_packing(self.response)
            async for chunk in self.response.aiter_bytes():
                for event in self._events(parser, chunk):
                    if event.data == "[DONE]":
                        return
                    yield self._value(event)
            for event in self._events(parser, None):
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
