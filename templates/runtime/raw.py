"""The answer itself: status, headers and body beside the result."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, cast

import httpx2

from .bodies import encode
from .decoding import loads
from .errors import DecodeError, InvalidArgumentError, request_id_of
from .exchange import BODILESS, Call
from .operation import Body, Param
from .params import header_text, query_pairs
from .unset import UNSET

if TYPE_CHECKING:
    from .base import BaseClient

P = ParamSpec("P")
T = TypeVar("T")


class RawResponse(Generic[T]):
    """An answer as it came. `parse()` gives what the method would have returned."""

    def __init__(self, response: httpx2.Response, parse: Callable[[], T] | None = None) -> None:
        self.http_response = response
        self._parse = parse

    def __repr__(self) -> str:
        return f"<RawResponse {self.status_code}>"

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self.http_response.status_code

    @property
    def headers(self) -> httpx2.Headers:
        """The headers of the answer."""
        return self.http_response.headers

    @property
    def content(self) -> bytes:
        """The body, unpacked."""
        return self.http_response.content

    @property
    def text(self) -> str:
        """The body as text."""
        return self.http_response.text

    @property
    def request_id(self) -> str | None:
        """The id that the server gave the request."""
        return request_id_of(self.http_response)

    def json(self) -> Any:
        """The body as plain data; DecodeError if it is not JSON."""
        try:
            return loads(self.content)
        except ValueError as error:
            raise DecodeError(f"the body is not JSON: {error}", response=self.http_response, text=self.text) from None

    def parse(self) -> T:
        """The typed result; for `client.request`, the parsed JSON."""
        return cast("T", self.json()) if self._parse is None else self._parse()


def raw(method: Callable[P, T]) -> Callable[P, RawResponse[T]]:
    """The type of a method of a raw twin (see `Resource._raw_twin`), which answers with the raw response."""
    return cast("Callable[P, RawResponse[T]]", method)


def raw_async(method: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[RawResponse[T]]]:
    """`raw`, for async methods."""
    return cast("Callable[P, Awaitable[RawResponse[T]]]", method)


def free_call(
    client: BaseClient[Any],
    method: str,
    path: str,
    query: Mapping[str, Any] | None,
    headers: Mapping[str, str] | None,
    json: Any,
    form: Any,
    multipart: Any,
    content: Any,
) -> Call:
    """The call of `client.request`."""
    method = method.upper()
    if not method.isascii() or not method.isalpha():
        raise InvalidArgumentError(f"{method!r} is no HTTP method")
    inside, url = _address(client, path)
    place = client.free_place(inside)
    all_headers = httpx2.Headers(place.headers)
    all_headers["Host"] = httpx2.URL(url).netloc.decode("ascii")
    for name, value in (headers or {}).items():
        all_headers[name] = header_text(Param(name, "header"), value)
    pairs: list[tuple[str, str]] = []
    for name, value in (query or {}).items():
        style = "deepObject" if isinstance(value, Mapping) else ""
        pairs += query_pairs(Param(name, "query", style), value)
    named = {name for name, _ in pairs}
    pairs = [*(pair for pair in place.query if pair[0] not in named), *pairs]
    if pairs:
        url += ("&" if "?" in url else "?") + "&".join(f"{k}={v}" for k, v in pairs)
    body = _given_body(json, form, multipart, content)
    encoded = encode(*body) if body else None
    if body is not None and encoded is not None:
        if "content-type" not in all_headers or body[0].kind == "multipart":
            all_headers["Content-Type"] = encoded[0]
        all_headers["Content-Length"] = str(encoded[1])
    elif method not in BODILESS:
        all_headers["Content-Length"] = "0"
    call = Call(client, f"{method} {path}", method, url, all_headers, encoded)
    call.outside = not inside
    return call


def _given_body(json: Any, form: Any, multipart: Any, content: Any) -> tuple[Body, Any] | None:
    given = [
        (Body("application/json", "json"), json),
        (Body("application/x-www-form-urlencoded", "form"), form),
        (Body("multipart/form-data", "multipart"), multipart),
        (Body("application/octet-stream", "bytes"), content),
    ]
    bodies = [(body, value) for body, value in given if value is not UNSET]
    if len(bodies) > 1:
        raise InvalidArgumentError("give one of json, form, multipart and content, not several")
    return bodies[0] if bodies else None


def _address(client: BaseClient[Any], path: str) -> tuple[bool, str]:
    """Whether the key may go there, and the whole URL."""
    if any(c.isspace() or c < " " for c in path):
        raise InvalidArgumentError(f"{path!r} holds spaces or control characters; quote them")
    if "://" not in path.partition("?")[0]:
        return True, f"{client.base_url}/{path.lstrip('/')}"
    try:
        url, base = httpx2.URL(path), httpx2.URL(client.base_url)
    except httpx2.InvalidURL as error:
        raise InvalidArgumentError(f"{path!r}: {error}") from None
    if url.scheme not in ("http", "https") or url.userinfo:
        raise InvalidArgumentError(f"{path!r} is no plain http or https address")
    return (url.scheme, url.host, url.port) == (base.scheme, base.host, base.port), path
