"""Reading answers whole, within bounds of size and time, and showing them to the caller's hooks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from time import monotonic
from typing import Any

import httpx2

from .errors import DecodeError
from .shapes import is_awaitable


def read(response: httpx2.Response, limit: int, until: float | None) -> None:
    """Read the answer whole, but no more than `limit` bytes once unpacked, and not past `until`."""
    parts: list[bytes] = []
    size = 0
    try:
        check_packing(response)
        for part in response.iter_bytes():
            parts.append(part)
            size += len(part)
            if size > limit:
                raise too_large(response, limit)
            if until is not None and monotonic() > until:
                raise httpx2.ReadTimeout("the answer took too long", request=response.request)
    except httpx2.DecodingError as error:
        raise _damaged(response, error) from error
    finally:
        response.close()
    _keep(response, parts)


async def aread(response: httpx2.Response, limit: int) -> None:
    """`read`, where the event loop watches the time."""
    parts: list[bytes] = []
    size = 0
    try:
        check_packing(response)
        async for part in response.aiter_bytes():
            parts.append(part)
            size += len(part)
            if size > limit:
                raise too_large(response, limit)
    except httpx2.DecodingError as error:
        raise _damaged(response, error) from error
    finally:
        await response.aclose()
    _keep(response, parts)


def show(hooks: Iterable[Callable[..., Any]], response: httpx2.Response) -> None:
    """Call the hooks of an answer; one that raises leaves no stream open, which nobody else could close."""
    try:
        for hook in hooks:
            hook(response)
    except BaseException:
        response.close()
        raise


async def ashow(hooks: Iterable[Callable[..., Any]], response: httpx2.Response) -> None:
    """`show`, for async code."""
    try:
        for hook in hooks:
            await settle(hook(response))
    except BaseException:
        await response.aclose()
        raise


async def settle(value: Any) -> None:
    """Await what an event hook of an async client returned, if it is a coroutine."""
    if is_awaitable(value):
        await value


def check_packing(response: httpx2.Response) -> None:
    """Refuse what is packed more than once, or in a way that was not asked for.

    A part is unpacked whole before its size is known: 64 kB of gzip are 64 MB at most, but a gzip of a gzip is
    64 GB, and brotli and zstd, which are there when their libraries are, know no such bound at all.
    """
    found = [c for c in response.headers.get_list("content-encoding", split_commas=True) if c.lower() in _PACKINGS]
    asked = response.request.headers.get("accept-encoding", "")
    if len(found) > 1 or any(c.lower() in ("br", "zstd") and c.lower() not in asked for c in found):
        _keep(response, [])
        raise DecodeError(f"the answer is packed as {', '.join(found)}, which was not asked for", response=response)


_PACKINGS = frozenset({"gzip", "deflate", "br", "zstd"})


def _keep(response: httpx2.Response, parts: list[bytes]) -> None:
    """What `Response.read` does with the parts: from then on `.content` and `.text` give them.

    A charset in which the body cannot be read (UTF-16 that is none) would make `.text` raise: it is then not believed.
    """
    setattr(response, "_content", parts[0] if len(parts) == 1 else b"".join(parts))  # noqa: B010
    media = response.headers.get("content-type", "").lower()
    if "charset" in media and "utf-8" not in media:
        try:
            _ = response.text
        except Exception:  # noqa: BLE001  codecs that are not for text raise what they like, AssertionError among it
            response.encoding = "utf-8"


def too_large(response: httpx2.Response, limit: int) -> DecodeError:
    """The error for an answer that would not fit in memory (a gzip bomb unpacks a thousandfold)."""
    _keep(response, [])
    return DecodeError(
        f"the answer is larger than {limit:,} bytes and was not read to its end; "
        "raise max_response_size on the client if that is meant",
        response=response,
    )


def _damaged(response: httpx2.Response, error: Exception) -> DecodeError:
    _keep(response, [])
    return DecodeError(f"the answer cannot be unpacked: {error}", response=response)
