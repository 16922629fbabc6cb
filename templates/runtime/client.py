"""The bases of the generated clients: `SyncClient` and `AsyncClient`.

Both are thin: what to send and what to do with the answer is decided in `exchange` and `answers`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from time import sleep
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from .auth import ApiKey, Basic, Bearer, Credential
from .base import MAX_RESPONSE_SIZE
from .config import Config
from .free import AsyncFreeCalls, FreeCalls
from .settings import Hooks, checked_http
from .timeouts import async_sleep
from .unset import UNSET, Unset

if TYPE_CHECKING:
    from pathlib import Path

    import httpx2

    from .files import FileContent, Progress
    from .limits import Limiter
    from .transport import AsyncSession, Session

__all__ = ["ApiKey", "AsyncClient", "Basic", "Bearer", "Config", "SyncClient"]


class SyncClient(FreeCalls):
    """A client for synchronous code; safe to share between threads, and usable after a fork.

    Nothing is connected before the first call; `help(SyncClient.__init__)` says what every setting does.
    """

    def __init__(  # its length is the parameters of the public constructor, and what they mean
        self,
        api_key: Credential | None = None,
        *,
        api_secret: str | None = None,
        credentials: Mapping[str, Credential] | None = None,
        base_url: str | None = None,
        timeout: float | httpx2.Timeout | Unset | None = UNSET,
        deadline: float | Unset | None = UNSET,
        max_retries: int = 2,
        http_client: httpx2.Client | None = None,
        limiter: Limiter | bool | None = None,
        default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, Any] | None = None,
        event_hooks: Hooks | None = None,
        max_response_size: int = MAX_RESPONSE_SIZE,
        sleep: Callable[[float], object] = sleep,
    ) -> None:
        """Settings; none of them has to be given where the key is in the environment.

        Args:
            api_key: The key (or the user of HTTP Basic), or a function that gives the present one.
            api_secret: The password of HTTP Basic.
            credentials: Keys by the name of the security scheme, where the documents have several.
            base_url: Where requests go instead of the documented server.
            timeout: Seconds for each attempt (5 to connect and 60 in all by default; those of your own
                `http_client`, if you give one), an httpx2.Timeout, or None for no limit.
            deadline: Seconds for a whole call with its retries, None for no limit. By default 180, in which
                waiting for a turn of the limiter does not count.
            max_retries: How often a call is tried again; a create never after it may have arrived.
            http_client: Your own httpx2 client, used as it is and not closed.
            limiter: True to keep within the vendor's documented limits, or a Limiter of yours.
            default_headers: Headers to send with every request to the API.
            default_query: Query parameters to send with every request to the API.
            event_hooks: A function, or several, by `request` and `response`, called with each, retries included.
            max_response_size: Bytes of an answer, once unpacked, beyond which it is refused; files are not limited.
            sleep: What waits between attempts and polls.
        """
        self._set_keys(api_key, api_secret, credentials)
        self._set_rest(
            base_url, max_retries, deadline, limiter, default_headers, default_query, event_hooks, max_response_size
        )
        self._set_transport(checked_http(http_client, "Client"), timeout, sleep)

    def _make_session(self) -> Session:
        from .transport import Session

        made = Session(self._base_url, self._shared.given)
        made.closed = self._shared.closed
        return self._shared.keep(made)

    def with_options(
        self,
        *,
        api_key: Credential | None = None,
        api_secret: str | None = None,
        timeout: float | httpx2.Timeout | Unset | None = UNSET,
        max_retries: int | None = None,
        deadline: float | Unset | None = UNSET,
        limiter: Limiter | bool | Unset | None = UNSET,
        default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, Any] | None = None,
        base_url: str | None = None,
        event_hooks: Hooks | None = None,
    ) -> Self:
        """The same client with some settings changed, on the same connections.

        A new `api_key` goes without the old secret; headers and query parameters are added to those there are.
        """
        return self._copied(
            api_key, api_secret, timeout, max_retries, deadline, limiter, default_headers, default_query, base_url,
            event_hooks,
        )  # fmt: skip

    def download(
        self,
        source: Any,
        to: str | Path,
        *,
        progress: Progress | None = None,
        resume: bool = True,
        overwrite: bool = True,
        expected_size: int | None = None,
    ) -> Path:
        """Fetch a file (a URL, or anything with a `.url`) and return its path. The API key is never sent.

        Args:
            source: The URL, or a model or a mapping that has one.
            to: The path, or a folder (one that exists, or a text that ends in `/`): the file is then named by the
                server, or as in the URL.
            progress: Called with the bytes so far and the whole size, which is None where it is not known.
            resume: Whether to keep what came before a break, and ask only for the rest.
            overwrite: False to refuse, by FileError, where there is a file already.
            expected_size: Bytes that the file must have.
        """
        from .files import download

        return download(self, source, to, progress, resume, overwrite, expected_size)

    def upload_presigned(
        self, url: str, fields: Mapping[str, Any] | str, file: FileContent, *, filename: str = ""
    ) -> None:
        """Send a file to a presigned POST address. `fields` may be the JSON text that some APIs give."""
        from .files import upload_presigned

        upload_presigned(self, url, fields, file, filename)

    def close(self) -> None:
        """Close the connections; the client (and its `with_options` copies) cannot be used any more."""
        self._shared.closed = True
        if self._shared.session is not None:
            self._shared.session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncClient(AsyncFreeCalls):
    """A client for asyncio, with the same settings as the sync one; one event loop at a time."""

    def __init__(
        self,
        api_key: Credential | None = None,
        *,
        api_secret: str | None = None,
        credentials: Mapping[str, Credential] | None = None,
        base_url: str | None = None,
        timeout: float | httpx2.Timeout | Unset | None = UNSET,
        deadline: float | Unset | None = UNSET,
        max_retries: int = 2,
        http_client: httpx2.AsyncClient | None = None,
        limiter: Limiter | bool | None = None,
        default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, Any] | None = None,
        event_hooks: Hooks | None = None,
        max_response_size: int = MAX_RESPONSE_SIZE,
        sleep: Callable[[float], Awaitable[object]] = async_sleep,
    ) -> None:
        """The settings of `SyncClient.__init__`; `sleep` is a coroutine function, `http_client` an async one."""
        self._set_keys(api_key, api_secret, credentials)
        self._set_rest(
            base_url, max_retries, deadline, limiter, default_headers, default_query, event_hooks, max_response_size
        )
        self._set_transport(checked_http(http_client, "AsyncClient"), timeout, sleep)

    def _make_session(self) -> AsyncSession:
        from .transport import AsyncSession

        made = AsyncSession(self._base_url, self._shared.given)
        made.closed = self._shared.closed
        return self._shared.keep(made)

    def with_options(
        self,
        *,
        api_key: Credential | None = None,
        api_secret: str | None = None,
        timeout: float | httpx2.Timeout | Unset | None = UNSET,
        max_retries: int | None = None,
        deadline: float | Unset | None = UNSET,
        limiter: Limiter | bool | Unset | None = UNSET,
        default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, Any] | None = None,
        base_url: str | None = None,
        event_hooks: Hooks | None = None,
    ) -> Self:
        """The same client with some settings changed, on the same connections; see `SyncClient.with_options`."""
        return self._copied(
            api_key, api_secret, timeout, max_retries, deadline, limiter, default_headers, default_query, base_url,
            event_hooks,
        )  # fmt: skip

    async def download(
        self,
        source: Any,
        to: str | Path,
        *,
        progress: Progress | None = None,
        resume: bool = True,
        overwrite: bool = True,
        expected_size: int | None = None,
    ) -> Path:
        """Fetch a file (a URL, or anything with a `.url`) and return its path; see `SyncClient.download`."""
        from .files import download_async

        return await download_async(self, source, to, progress, resume, overwrite, expected_size)

    async def upload_presigned(
        self, url: str, fields: Mapping[str, Any] | str, file: FileContent, *, filename: str = ""
    ) -> None:
        """Send a file to a presigned POST address. `fields` may be the JSON text that some APIs give."""
        from .files import upload_presigned_async

        await upload_presigned_async(self, url, fields, file, filename)

    async def close(self) -> None:
        """Close the connections; the client (and its `with_options` copies) cannot be used any more."""
        self._shared.closed = True
        if self._shared.session is not None:
            await self._shared.session.close()

    aclose = close

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
