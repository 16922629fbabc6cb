"""Where requests go: the checked base URL, what goes with each operation, and what copies of a client share."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .auth import Applied
from .errors import ClientError, InvalidArgumentError

if TYPE_CHECKING:
    import httpx2

S = TypeVar("S")


class Place:
    """Where an operation goes and what goes with it, worked out once per client."""

    __slots__ = ("base", "headers", "query")

    def __init__(self, base: str, headers: httpx2.Headers, applied: Applied) -> None:
        from urllib.parse import quote

        self.base = base
        self.headers = headers
        self.query = [(quote(k, safe=""), quote(v, safe="")) for k, v in applied.query]


class Shared(Generic[S]):
    """What a client and its copies have in common: the session, made on the first call, or the fact of its end."""

    __slots__ = ("_lock", "closed", "given", "session")

    def __init__(self, given: Any) -> None:
        self.given = given
        self.session: S | None = None
        self.closed = False
        self._lock = threading.Lock()

    def keep(self, session: S) -> S:
        """Keep the first session that any thread made, and give that."""
        with self._lock:
            if self.session is None:
                self.session = session
            return self.session


def checked_url(url: str) -> str:
    """The base URL without a slash at its end; refused if it is no plain http or https address."""
    url = url.strip().rstrip("/")
    scheme, _, rest = url.partition("://")
    host = rest.partition("/")[0]
    if "@" in host:
        raise InvalidArgumentError("base_url must not hold a user or password; pass api_key and api_secret")
    if scheme not in ("http", "https") or not host or "?" in url or "#" in url or any(c.isspace() for c in url):
        raise InvalidArgumentError(f"base_url must be like https://host/path, not {url!r}")
    return url


def checked_retries(number: int) -> int:
    """How often a call may be repeated: 0 or more."""
    if number < 0:
        raise InvalidArgumentError(f"max_retries must be 0 or more, not {number}")
    return number


def host_of(base: str) -> str:
    """The Host header for a base URL."""
    import httpx2

    try:
        return httpx2.URL(base).netloc.decode("ascii")
    except (httpx2.InvalidURL, UnicodeError) as error:
        raise ClientError(f"base_url {base!r}: {error}") from None
