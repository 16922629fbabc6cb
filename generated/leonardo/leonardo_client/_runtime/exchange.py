"""One call, from arguments to a final answer or exception: what to send, and what to do with what came back.

It does no input or output itself, so that the sync and async clients share every decision.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any, Final

import httpx2

from .answers import status_error
from .bodies import Content
from .errors import APIConnectionError, APITimeoutError
from .retries import REPEATABLE, after_failure, after_status, backoff
from .timeouts import BOUND
from .transport import NEVER_SENT, URLS, BytesStream

if TYPE_CHECKING:
    from .base import BaseClient

MAX_REDIRECTS: Final = 5
_NOT_DONE: Final = frozenset({429, 503})
"""What a server answers that did nothing yet."""

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_EMPTY: Final = BytesStream(b"")
BODILESS: Final = frozenset({"GET", "HEAD", "OPTIONS", "DELETE"})


class Call:
    """One call and its attempts."""

    __slots__ = (
        "asked",
        "attempt",
        "bound",
        "client",
        "content",
        "headers",
        "limit_name",
        "method",
        "outside",
        "reached",
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
        self.reached = False
        """Whether an attempt so far could have reached the server and been carried out."""
        self.request: httpx2.Request | None = None
        self.started = self.sent_at = self.asked = monotonic()
        self.until = None if client.deadline is None else self.started + client.deadline
        self.bound = BOUND.get()
        if self.bound is not None:
            self._keep_to_bound()

    def _keep_to_bound(self) -> None:
        if self.bound is not None and (self.until is None or self.bound < self.until):
            self.until = self.bound

    def ask_turn(self) -> float | None:
        """Until when to wait for a turn of the limiter."""
        self.asked = monotonic()
        return self.until if self.client.deadline_counts_turns else self.bound

    def got_turn(self) -> None:
        """A wait that does not count moves the deadline."""
        if self.until is not None and not self.client.deadline_counts_turns:
            self.until += monotonic() - self.asked
            self._keep_to_bound()

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
                self.reached |= status not in _NOT_DONE
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
        self.reached |= sent
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
        if self.request is not None:
            client.scrub_request(self.request)
        cause = None if isinstance(error, (httpx2.LocalProtocolError, httpx2.InvalidURL)) else error
        raise cls(message, may_have_happened=self.reached) from cause

    def interrupted(self, error: BaseException) -> None:
        """Take the key out of the request that stays behind.

        Ctrl-C and a cancellation get the word that what was under way may have been done, and be paid for.
        """
        if self.request is not None:
            self.client.scrub_request(self.request)
        if isinstance(error, APIConnectionError):  # the client was closed meanwhile
            error.may_have_happened |= self.reached
        if not isinstance(error, Exception) and self.method not in REPEATABLE:
            what = f"{self.method} {self.client.redact(self.url)}"
            error.add_note(f"{what} was under way and may have been carried out: look before you repeat it")

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
