"""One call, from arguments to a final answer or exception: what to send, and what to do with what came back.

It does no input or output itself, so that the sync and async clients share every decision.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import monotonic
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

import httpx2

from .answers import Plan, plans, status_error
from .bodies import Content, encode
from .errors import APIConnectionError, APITimeoutError, InvalidArgumentError
from .operation import Operation, Param
from .params import header_text, path_text, query_pairs
from .retries import REPEATABLE, after_failure, after_status, backoff
from .transport import NEVER_SENT, URLS, BytesStream
from .unset import UNSET

if TYPE_CHECKING:
    from .base import BaseClient

MAX_REDIRECTS: Final = 5
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_EMPTY: Final = BytesStream(b"")
_BODILESS: Final = frozenset({"GET", "HEAD", "OPTIONS", "DELETE"})


class Compiled:
    """What is worked out once for an operation: the pieces of its path, its parameters, its answers."""

    __slots__ = ("accept", "choose", "package", "params", "pieces")

    def __init__(self, operation: Operation[Any], package: str) -> None:
        self.package = package
        self.params: dict[str, dict[str, Param]] = {"path": {}, "query": {}, "header": {}, "cookie": {}}
        for param in operation.params:
            self.params[param.location][param.name] = param
        self.pieces = _pieces(operation.path, self.params["path"])
        media = [r.media for r in operation.results if r.kind not in ("none",)]
        self.accept = ", ".join(dict.fromkeys(media)) or "application/json"
        self.choose: Callable[[httpx2.Response], Plan | None] = plans(operation, package)


def _pieces(path: str, params: Mapping[str, Param]) -> tuple[str | Param, ...]:
    out: list[str | Param] = []
    rest = path
    while rest:
        literal, brace, tail = rest.partition("{")
        name, end, after = tail.partition("}")
        if not brace or not end:
            out.append(rest)
            break
        if literal:
            out.append(literal)
        out.append(params.get(name) or Param(name, "path"))
        rest = after
    return tuple(out)


def url_path(compiled: Compiled, arguments: Mapping[str, Any] | None) -> str:
    """The path with its arguments in place; no argument can lead out of its place."""
    given = arguments or {}
    text = "".join(
        piece if isinstance(piece, str) else path_text(piece, given.get(piece.name, UNSET)) for piece in compiled.pieces
    )
    if arguments and "/." in text and any(s in (".", "..") for s in text.split("/")):
        raise InvalidArgumentError(f"the path arguments {dict(given)!r} would change the path; nothing was sent")
    return text


class Call:
    """One call and its attempts."""

    __slots__ = (
        "attempt",
        "client",
        "content",
        "headers",
        "limit_name",
        "method",
        "outside",
        "redirects",
        "request",
        "sent_at",
        "started",
        "until",
        "url",
    )

    def __init__(
        self, client: BaseClient[Any], name: str, method: str, url: str, headers: Any, content: Content | None
    ) -> None:
        self.client = client
        self.limit_name = name
        self.method = method
        self.url = url
        self.headers = headers
        self.content = content
        self.attempt = 0
        self.redirects = 0
        self.outside = False
        self.request: httpx2.Request | None = None
        self.started = self.sent_at = monotonic()
        self.until = None if client.deadline is None else self.started + client.deadline

    def next_request(self) -> httpx2.Request:
        """The request of this attempt, with no phase longer than what is left of the deadline."""
        client = self.client
        now = self.sent_at = monotonic()
        limits = client.limits_of_attempt
        left = None if self.until is None else self.until - now
        phases = limits.phases if left is None or (limits.total or 0) <= left else limits.within(left)
        if self.request is not None:
            self.request.extensions["timeout"] = phases
            return self.request
        self.request = httpx2.Request(
            self.method,
            URLS[self.url],
            headers=self.headers,
            stream=self.content[2] if self.content is not None else _EMPTY,
            extensions={"timeout": phases},
        )
        return self.request

    def attempt_ends(self) -> float | None:
        """When this attempt must be over, on the monotonic clock."""
        total = self.client.limits_of_attempt.total
        if total is None:
            return self.until
        ends = self.sent_at + total
        return ends if self.until is None else min(ends, self.until)

    def answered(self, response: httpx2.Response) -> float | None:
        """None when the answer is the final one; else how long to wait before the next request."""
        status = response.status_code
        if 200 <= status < 300:
            return None
        if status in _REDIRECTS and self._redirected(response):
            return 0.0
        client = self.client
        if self.attempt < client.max_retries and after_status(self.method, status, response.headers):
            delay = backoff(self.attempt, response.headers)
            if delay is not None and self._fits(delay):
                self._retry(delay, f"answered {status}")
                return delay
        error = status_error(response, client.redact)
        client.scrub(response)
        if self.attempt and self.method == "DELETE" and status == 404:
            error.add_note("an earlier attempt of this call got no answer; it may have deleted it")
        raise error

    def failed(self, error: BaseException) -> float:
        """How long to wait before the next attempt; or raises what the caller gets."""
        client = self.client
        sent = not isinstance(error, NEVER_SENT)
        may_pass = isinstance(error, (httpx2.TransportError, OSError)) and not isinstance(
            error, (httpx2.UnsupportedProtocol, httpx2.LocalProtocolError)
        )
        if may_pass and self.attempt < client.max_retries and after_failure(self.method, sent=sent):
            delay = backoff(self.attempt)
            if delay is not None and self._fits(delay):
                self._retry(delay, type(error).__name__)
                return delay
        timed_out = isinstance(error, (httpx2.TimeoutException, TimeoutError))
        cls = APITimeoutError if timed_out else APIConnectionError
        what = "no answer in time" if timed_out else "the connection failed"
        said = client.redact(str(error)) or type(error).__name__
        told = "" if isinstance(error, httpx2.LocalProtocolError) else f" ({said})"
        message = f"{self.method} {client.redact(self.url)}: {what}{told}"
        if sent and self.method not in REPEATABLE:
            message += "; the request may have been carried out, so it was not repeated"
        cause = None if isinstance(error, (httpx2.LocalProtocolError, httpx2.InvalidURL)) else error
        raise cls(message, may_have_happened=sent) from cause

    def _fits(self, delay: float) -> bool:
        return self.until is None or monotonic() + delay < self.until

    def _retry(self, delay: float, why: str) -> None:
        self.attempt += 1
        self.client.log(f"{self.method} {self.url} {why}; attempt {self.attempt + 1} in {delay:.2f} s")

    def follow(self, location: str) -> None:
        """Go to an address that the server named (the next page): without the key if it is another origin."""
        before = httpx2.URL(self.url)
        try:
            after = before.join(location)
        except (httpx2.InvalidURL, ValueError):
            raise APIConnectionError(f"the server names an impossible address: {location!r}") from None
        self._go(before, after, httpx2.Headers(self.headers))

    def _go(self, before: httpx2.URL, after: httpx2.URL, headers: httpx2.Headers) -> None:
        if _origin(after) != _origin(before):
            self.outside = True
            headers = httpx2.Headers(
                {k: v for k, v in headers.items() if k in ("accept", "accept-encoding", "user-agent")}
            )
            after = after.copy_with(username=None, password=None)
        headers["Host"] = after.netloc.decode("ascii")
        self.url = str(after)
        self.request = httpx2.Request(self.method, after, headers=headers, stream=_EMPTY)

    def _redirected(self, response: httpx2.Response) -> bool:
        """Prepare the request that a redirect asks for. Only reads are redirected: nothing is done twice.

        Another origin gets neither key nor cookie nor any other header of ours, and https never becomes http.
        """
        location = response.headers.get("location")
        if self.method not in ("GET", "HEAD") or not location or self.redirects >= MAX_REDIRECTS:
            return False
        before = response.request.url
        try:
            after = before.join(location)
        except (httpx2.InvalidURL, ValueError):
            return False
        if after.scheme not in ("http", "https") or (before.scheme == "https" and after.scheme == "http"):
            return False
        if not after.host:
            return False
        self.redirects += 1
        self._go(before, after, httpx2.Headers(response.request.headers))
        return True


def _origin(url: httpx2.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port


def prepare(
    client: BaseClient[Any],
    operation: Operation[Any],
    path: Mapping[str, Any] | None,
    query: Mapping[str, Any] | None,
    header: Mapping[str, Any] | None,
    cookie: Mapping[str, Any] | None,
    body: Any,
    media: str | None,
) -> tuple[Call, Compiled]:
    """The call of an operation with these arguments."""
    compiled = operation.compiled
    if compiled is None or compiled.package != client.package:
        compiled = operation.compiled = Compiled(operation, client.package)
    place = client.place_of(operation, compiled)
    url = place.base + url_path(compiled, path)
    pairs = place.query
    if query:
        known = compiled.params["query"]
        found = [
            pair
            for name, value in query.items()
            if value is not UNSET and value is not None
            for pair in query_pairs(known.get(name) or Param(name, "query"), value)
        ]
        pairs = [*pairs, *found] if pairs else found
    if pairs:
        url = f"{url}{'&' if '?' in url else '?'}{'&'.join([f'{k}={v}' for k, v in pairs])}"
    content = _content(operation, body, media)
    headers = place.headers
    if header or cookie or content is not None or operation.method not in _BODILESS:
        headers = httpx2.Headers(headers)
        _extra_headers(headers, compiled, header, cookie, place.cookies)
        if content is not None:
            headers["Content-Type"] = content[0]
        headers["Content-Length"] = str(content[1] if content is not None else 0)
    return Call(client, operation.name, operation.method, url, headers, content), compiled


def _content(operation: Operation[Any], body: Any, media: str | None) -> Content | None:
    if body is UNSET or not operation.body:
        return None
    chosen = operation.body[0]
    if media is not None:
        found = [b for b in operation.body if b.media == media]
        if not found:
            offered = ", ".join(b.media for b in operation.body)
            raise InvalidArgumentError(f"{operation.name} takes no {media!r}; it takes {offered}")
        chosen = found[0]
    return encode(chosen, body)


def _extra_headers(
    headers: httpx2.Headers,
    compiled: Compiled,
    header: Mapping[str, Any] | None,
    cookie: Mapping[str, Any] | None,
    auth_cookies: list[tuple[str, str]],
) -> None:
    for name, value in (header or {}).items():
        if value is not UNSET and value is not None:
            param = compiled.params["header"].get(name) or Param(name, "header")
            headers[name] = header_text(param, value)
    pairs = [(quote(k, safe=""), quote(v, safe="")) for k, v in auth_cookies]
    for name, value in (cookie or {}).items():
        pairs += query_pairs(compiled.params["cookie"].get(name) or Param(name, "cookie"), value)
    if pairs:
        headers["Cookie"] = "; ".join(f"{k}={v}" for k, v in pairs)
