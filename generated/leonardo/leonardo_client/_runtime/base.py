"""What the sync and the async client share: settings, keys, prepared headers, logging."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar

from .auth import Credential, Keyring, missing_key
from .config import Config
from .errors import MissingKeyError
from .place import Place, Shared, host_of
from .settings import (
    Hook,
    Hooks,
    checked_deadline,
    checked_headers,
    checked_hooks,
    checked_limiter,
    checked_query,
    checked_retries,
    checked_url,
)
from .timeouts import DEADLINE, DEFAULT, Timeouts, timeouts
from .unset import Unset

if TYPE_CHECKING:
    import logging

    import httpx2

    from .exchange import Call
    from .limits import Limiter
    from .operation import Operation
    from .prepare import Compiled

S = TypeVar("S")

MAX_RESPONSE_SIZE = 100_000_000
"""Bytes of an answer once unpacked; files have no such limit, for they are not held in memory."""


class BaseClient(Generic[S]):
    """Settings of a client; `S` is its kind of session. Copies made by `with_options` share the connections."""

    _config: ClassVar[Config]
    _shared: Shared[S]
    _sleep: Any

    def _set_keys(
        self,
        api_key: Credential | None,
        api_secret: str | None,
        credentials: Mapping[str, Credential] | None,
    ) -> None:
        config = self._config
        env = os.environ
        key = api_key if api_key is not None else env.get(f"{config.env}_API_KEY") or None
        secret = api_secret if api_secret is not None else env.get(f"{config.env}_API_SECRET") or None
        self._keys = Keyring(key, secret, credentials, config.security)
        if config.key_required and not self._keys:
            raise MissingKeyError(missing_key(config.env))

    def _set_rest(
        self,
        base_url: str | None,
        max_retries: int,
        deadline: float | Unset | None,
        limiter: Limiter | bool | None,
        default_headers: Mapping[str, str] | None,
        default_query: Mapping[str, Any] | None,
        event_hooks: Hooks | None,
        max_response_size: int,
    ) -> None:
        config = self._config
        given = base_url or os.environ.get(f"{config.env}_BASE_URL") or config.base_url
        self._base_url = checked_url(given)
        self.max_retries = checked_retries(max_retries)
        self._set_deadline(deadline)
        self.max_response_size = max_response_size
        self._limiter = checked_limiter(limiter, config.limits)
        self._default_headers = checked_headers(default_headers)
        self._default_query = checked_query(default_query)
        self._hooks = checked_hooks(event_hooks)
        self.package = config.package
        self._fresh()

    def _set_transport(self, given: Any, timeout: float | httpx2.Timeout | Unset | None, sleep: Any) -> None:
        self._shared = Shared(given)
        self.limits_of_attempt = self._timeouts(timeout, given)
        self._sleep = sleep

    def _set_deadline(self, deadline: float | Unset | None) -> None:
        """A deadline that was asked for bounds the whole call; the default one not the wait for the limiter.

        Who starts a thousand creates at a hundred a minute means to wait for them.
        """
        self.deadline_counts_turns = not isinstance(deadline, Unset)
        self.deadline = DEADLINE if isinstance(deadline, Unset) else checked_deadline(deadline)

    def _fresh(self) -> None:
        self._places: dict[Operation[Any], Place] = {}
        self._logger: logging.Logger | None = None

    # What may be looked at

    @property
    def base_url(self) -> str:
        """Where requests go, without a slash at the end."""
        return self._base_url

    @property
    def limiter(self) -> Limiter | None:
        """The limiter in use, if any."""
        return self._limiter

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self.redact(self._base_url)!r})"

    def __reduce__(self) -> str:
        raise TypeError(
            "a client holds a key and connections and cannot be pickled; make one in each process"
        )

    # For the exchange

    limits_of_attempt: Timeouts

    @property
    def session(self) -> S:
        """The connections, made when first needed."""
        found = self._shared.session
        return found if found is not None else self._make_session()

    def _make_session(self) -> S:
        raise NotImplementedError  # abstract: the sync and the async client make their own

    def pause(self, seconds: float) -> Any:
        """Sleep, in the way the client was told to (awaitable in the async client)."""
        return self._sleep(seconds)

    @property
    def hooks(self) -> tuple[tuple[Hook, ...], tuple[Hook, ...]]:
        """The event hooks: before each request, after each answer."""
        return self._hooks

    def _timeouts(self, timeout: float | httpx2.Timeout | Unset | None, given: Any) -> Timeouts:
        """The caller's timeout; else that of the caller's own http client; else the default."""
        if not isinstance(timeout, Unset):
            return timeouts(timeout)
        return DEFAULT if given is None else timeouts(given.timeout)

    def place_of(self, operation: Operation[Any], compiled: Compiled) -> Place:
        """Base URL and headers of an operation: made on the first call, and kept while the key is a text."""
        place = self._places.get(operation)
        if place is None:
            place = self._make_place(operation.security, operation.server, compiled.accept)
            if self._keys.static:
                self._places[operation] = place
        return place

    def free_place(self, inside: bool) -> Place:
        """The place of `client.request`: with the key on the API's host, with nothing but the basics elsewhere."""
        schemes = tuple((name,) for name in self._config.security)
        if inside:
            return self._make_place((*schemes, ()) if schemes else (), None, "application/json")
        place = self._make_place((), None, "application/json")
        for name in list(place.headers):
            if name not in ("host", "accept", "accept-encoding", "user-agent", "connection"):
                del place.headers[name]
        place.query.clear()
        return place

    def _make_place(self, security: tuple[tuple[str, ...], ...], server: str | None, accept: str) -> Place:
        import httpx2

        from .log import shield

        config = self._config
        applied = self._keys.apply(security, config.security, config.env)
        base = self._base_of(server)
        given = self._shared.given
        headers = httpx2.Headers(
            {"Host": host_of(base), "Accept-Encoding": "gzip, deflate", "Connection": "keep-alive"}
        )
        if given is not None:
            headers.update(given.headers)
        headers["Accept"] = accept
        headers["User-Agent"] = f"{config.name}-python/{config.version}"
        for name, value in (*self._default_headers.items(), *applied.headers):
            headers[name] = value
        if applied.cookies:
            headers["Cookie"] = "; ".join(f"{k}={v}" for k, v in applied.cookies)
        shield(self._keys.secrets)
        return Place(base, headers, applied, self._default_query)

    def _base_of(self, server: str | None) -> str:
        """Where an operation goes: a base URL that the caller gives takes those with another server along."""
        if server is not None and server[:1] == "/":  # the document names no host at all
            return "/".join(self._base_url.split("/")[:3]) + server.rstrip("/")
        return (
            self._base_url
            if server is None or self._base_url != self._config.base_url
            else server.rstrip("/")
        )

    def redact(self, text: str) -> str:
        """The text without any key of this client."""
        from .log import redact

        return redact(text, self._keys.secrets)

    def scrub(self, response: httpx2.Response) -> None:
        """Take the keys out of the request that an exception carries to wherever it is reported."""
        self.scrub_request(response.request)

    def scrub_request(self, request: httpx2.Request) -> None:
        """Take the keys out of the headers and the URL of a request that will not be sent any more."""
        from .log import HIDDEN

        headers = request.headers
        for name, value in list(headers.items()):
            if any(secret in value for secret in self._keys.secrets):
                headers[name] = HIDDEN
        url = str(request.url)
        shown = self.redact(url)
        if shown != url:
            request.url = type(request.url)(shown)

    def log(self, text: str) -> None:
        """One line at INFO, with every key taken out."""
        found = self._logger
        if found is None:
            from .log import logger

            found = self._logger = logger(self._config.name, os.environ.get(f"{self._config.env}_LOG"))
        if found.isEnabledFor(20):
            found.info("%s", self.redact(text))

    def _copied(
        self,
        api_key: Credential | None,
        api_secret: str | None,
        timeout: float | httpx2.Timeout | Unset | None,
        max_retries: int | None,
        deadline: float | Unset | None,
        limiter: Limiter | bool | Unset | None,
        default_headers: Mapping[str, str] | None,
        default_query: Mapping[str, Any] | None,
        base_url: str | None,
        event_hooks: Hooks | None,
    ) -> Self:
        """A client with some settings changed, on the same connections."""
        copy = object.__new__(type(self))
        for name in _SHARED:
            setattr(copy, name, getattr(self, name))
        if api_key is not None or api_secret is not None:
            copy._keys = self._keys.changed(api_key, api_secret)
        if not isinstance(timeout, Unset):
            copy.limits_of_attempt = timeouts(timeout)
        if max_retries is not None:
            copy.max_retries = checked_retries(max_retries)
        if not isinstance(deadline, Unset):
            copy._set_deadline(deadline)
        if not isinstance(limiter, Unset):
            copy._limiter = checked_limiter(limiter, self._config.limits)
        if default_headers is not None:
            copy._default_headers = self._default_headers | checked_headers(default_headers)
        if default_query is not None:
            copy._default_query = [*self._default_query, *checked_query(default_query)]
        if base_url is not None:
            copy._base_url = checked_url(base_url)
        if event_hooks is not None:
            copy._hooks = checked_hooks(event_hooks)
        copy._fresh()
        return copy

    def told(self, call: Call, response: httpx2.Response) -> None:
        """Log an answer, if anybody listens."""
        found = self._logger
        if found is None or found.isEnabledFor(20):
            from time import monotonic

            request_id = response.headers.get("x-request-id")
            tail = f" (request {request_id})" if request_id else ""
            took = monotonic() - call.sent_at
            self.log(f"{call.method} {call.url} -> {response.status_code} in {took:.3f} s{tail}")


_SHARED = (
    "_base_url",
    "_default_headers",
    "_default_query",
    "_hooks",
    "_keys",
    "_limiter",
    "_shared",
    "_sleep",
    "deadline",
    "deadline_counts_turns",
    "limits_of_attempt",
    "max_response_size",
    "max_retries",
    "package",
)
