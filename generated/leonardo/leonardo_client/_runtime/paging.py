"""Lists that fetch their pages as they are read, from data.

`limit` is how many items are wanted in all; the size of a page is `page_size` in generated methods. A page
that is shorter than asked for ends the list only where the server is known to fill its pages (`max_size`, or
a fuller page before it): some servers cap the page size silently, and then a short page is not the last one.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, cast

import httpx2

from .answers import read_answer
from .decoding import at_pointer, loads
from .errors import ClientError, InvalidArgumentError
from .exchange import Call
from .operation import Operation
from .prepare import Compiled, prepare
from .raw import RawResponse
from .unset import UNSET

if TYPE_CHECKING:
    from .client import AsyncClient, SyncClient

T = TypeVar("T")
Arguments = Mapping[str, Any] | None


class Paginator:
    """How an operation pages: the names of its parameters, and where it says what comes next.

    Styles: `offset` (items to skip), `page` (number of the page, from `first_page`), `cursor` (`next` points to
    the next cursor in the body), `link` (the `Link` header, or the URL that `next` points to).
    """

    __slots__ = ("cursor", "first_page", "max_size", "next", "offset", "page", "page_size", "size", "style")

    def __init__(
        self,
        style: Literal["offset", "page", "cursor", "link"],
        *,
        offset: str = "offset",
        page: str = "page",
        cursor: str = "cursor",
        size: str = "",
        next: str = "",
        first_page: int = 1,
        page_size: int | None = None,
        max_size: int | None = None,
    ) -> None:
        self.style = style
        self.offset = offset
        self.page = page
        self.cursor = cursor
        self.size = size
        self.next = next
        self.first_page = first_page
        self.page_size = page_size
        self.max_size = max_size


class Page(Generic[T]):
    """One page: `items`, the raw `response`, and what to ask for `next` (or None)."""

    __slots__ = ("items", "next", "response")

    def __init__(self, items: list[T], response: RawResponse[Any], next: Any) -> None:
        self.items = items
        self.response = response
        self.next = next

    @property
    def body(self) -> Any:
        """The whole body, parsed now: few ask for it, and kept it would hold as much memory as the items."""
        return self.response.json()

    @property
    def has_next(self) -> bool:
        """Whether there may be another page."""
        return self.next is not None

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __repr__(self) -> str:
        return f"<Page of {len(self.items)} items, next={self.next!r}>"


class _Reading:
    """What one reading of a list remembers of its pages: two at once (`zip(pages, pages)`, threads) share nothing."""

    __slots__ = ("before", "fullest")

    def __init__(self) -> None:
        self.before = b""
        self.fullest = 0


class _Plan(Generic[T]):
    """What the sync and async lists share."""

    def __init__(
        self,
        client: Any,
        operation: Operation[list[T]],
        paginator: Paginator,
        path: Arguments,
        query: Arguments,
        header: Arguments,
        cookie: Arguments,
        body: Any,
        limit: int | None,
    ) -> None:
        if limit is not None and not (isinstance(cast("Any", limit), int) and limit >= 0):
            raise InvalidArgumentError(
                f"limit must be a whole number, 0 or more, or None for all, not {limit!r}"
            )
        self._client = client
        self._operation = operation
        self._paginator = paginator
        self._arguments = (path, header, cookie, body)
        self._query = {k: v for k, v in (query or {}).items() if v is not UNSET and v is not None}
        self._limit = limit

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._operation.name}, fetched as they are read>"

    def _request(self, step: Any, wanted: int | None) -> tuple[Call, Compiled, int | None]:
        """The call for one step (None for the first), and how many items it asks for, if it says."""
        path, header, cookie, body = self._arguments
        paginator = self._paginator
        query = dict(self._query)
        asked: int | None = None
        if paginator.size:
            given = query.get(paginator.size, paginator.page_size)
            sizes = [s for s in (given, wanted, paginator.max_size) if s is not None]
            if given is not None or wanted is not None:
                asked = max(1, min(sizes))
                query[paginator.size] = asked
        if step is not None and paginator.style != "link":
            query[getattr(paginator, paginator.style)] = step
        call, compiled = prepare(self._client, self._operation, path, query, header, cookie, body, None)
        if step is not None and paginator.style == "link":
            call.follow(step)
        return call, compiled, asked

    def _page(
        self, compiled: Compiled, response: httpx2.Response, step: Any, asked: int | None, reading: _Reading
    ) -> Page[T]:
        items = cast("list[T] | None", read_answer(self._client, compiled, response)) or []
        self._client.scrub(response)
        content = response.content
        if step is not None and items and _same_json(content, reading.before):
            raise ClientError("the server gives the same page again and again; its paging does not work")
        reading.before = content
        return Page(items, RawResponse(response), self._next(response, len(items), step, asked, reading))

    def _next(
        self, response: httpx2.Response, count: int, step: Any, asked: int | None, reading: _Reading
    ) -> Any:
        paginator = self._paginator
        if paginator.style in ("cursor", "link"):
            found = at_pointer(loads(response.content), paginator.next) if paginator.next else None
            if paginator.style == "link" and found is None:
                found = response.links.get("next", {}).get("url")
            if found in (None, "", False) or found == step:
                return None
            return found
        filled = asked if asked is not None and paginator.max_size is not None else 0
        short = count < max(filled, reading.fullest)
        reading.fullest = max(reading.fullest, count)
        if count == 0 or short:
            return None
        if paginator.style == "page":
            start = self._query.get(paginator.page, paginator.first_page)
            return (start if step is None else step) + 1
        start = self._query.get(paginator.offset, 0)
        return (start if step is None else step) + count


def _same_json(content: bytes, other: bytes) -> bool:
    """Whether two bodies say the same, if perhaps in another order."""
    return content == other or (len(content) == len(other) and bool(loads(content) == loads(other)))


class Pages(_Plan[T]):
    """A list that fetches its pages while it is read; reading it again fetches again.

    `for item in pages` gives items, `pages.pages()` whole pages, `pages.page` the first page.
    """

    _client: SyncClient

    @property
    def page(self) -> Page[T]:
        """The first page, fetched now."""
        return self._fetch(None, self._limit, _Reading())

    def pages(self) -> Iterator[Page[T]]:
        """Page after page."""
        reading = _Reading()
        left, step = self._limit, None
        while left is None or left > 0:
            page = self._fetch(step, left, reading)
            if left is not None:
                page.items = page.items[:left]
                left -= len(page.items)
            yield page
            step = page.next
            if step is None:
                return

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from page.items

    def _fetch(self, step: Any, wanted: int | None, reading: _Reading) -> Page[T]:
        call, compiled, asked = self._request(step, wanted)
        return self._page(compiled, self._client.session.run(self._client, call), step, asked, reading)


class AsyncPages(_Plan[T]):
    """`Pages` for async code: `async for item in pages`, `async for page in pages.pages()`, `await pages.page`."""

    _client: AsyncClient

    @property
    def page(self) -> _Awaited[Page[T]]:
        """The first page: `await pages.page`."""
        return _Awaited(self._first)

    async def _first(self) -> Page[T]:
        return await self._fetch(None, self._limit, _Reading())

    async def pages(self) -> AsyncIterator[Page[T]]:
        """Page after page."""
        reading = _Reading()
        left, step = self._limit, None
        while left is None or left > 0:
            page = await self._fetch(step, left, reading)
            if left is not None:
                page.items = page.items[:left]
                left -= len(page.items)
            yield page
            step = page.next
            if step is None:
                return

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            for item in page.items:
                yield item

    async def _fetch(self, step: Any, wanted: int | None, reading: _Reading) -> Page[T]:
        call, compiled, asked = self._request(step, wanted)
        return self._page(compiled, await self._client.session.run(self._client, call), step, asked, reading)


class _Awaited(Generic[T]):
    """An awaitable that does nothing, and warns of nothing, until it is awaited."""

    def __init__(self, start: Any) -> None:
        self._start = start

    def __await__(self) -> Generator[Any, Any, T]:
        return cast("Generator[Any, Any, T]", self._start().__await__())
