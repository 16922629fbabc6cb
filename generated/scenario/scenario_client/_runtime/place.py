"""Where requests go, what goes with each operation, and what copies of a client share."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .auth import Applied
from .errors import InvalidArgumentError

if TYPE_CHECKING:
    import httpx2

S = TypeVar("S")


class Place:
    """Where an operation goes and what goes with it, worked out once per client."""

    __slots__ = ("base", "headers", "query")

    def __init__(
        self, base: str, headers: httpx2.Headers, applied: Applied, query: list[tuple[str, str]]
    ) -> None:
        from urllib.parse import quote

        self.base = base
        self.headers = headers
        self.query = [*query, *((quote(k, safe=""), quote(v, safe="")) for k, v in applied.query)]


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


def host_of(base: str) -> str:
    """The Host header for a base URL."""
    import httpx2

    try:
        return httpx2.URL(base).netloc.decode("ascii")
    except (httpx2.InvalidURL, UnicodeError) as error:
        raise InvalidArgumentError(f"base_url {base!r}: {error}") from None
