"""One document over HTTP, from a server that may be slow, endless, hostile or gone.

A connection that breaks and a gateway that is busy pass: such a try is made again, before a weekly look at the
vendor's documents is lost to them.
Only https, and http to this machine itself. Redirects are followed by hand, so that each can be shown and
none leads from the outside to a private address. Size and time are limited over all of it.
"""

from __future__ import annotations

import ipaddress
import socket
import time
import urllib.request
from collections.abc import Mapping
from typing import Final

import httpx2
from attrs import field, frozen

from ..errors import Unreachable

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_BUSY: Final = frozenset({502, 503, 504})
_AGENT: Final = "clientsmith-fetch"


@frozen
class Limits:
    """What a server may take: decoded bytes, seconds for the whole, seconds of silence, redirects.

    `pauses` are the seconds before each further try.
    """

    size: int = 50_000_000
    seconds: float = 60.0
    silence: float = 15.0
    redirects: int = 5
    pauses: tuple[float, ...] = (0.5, 2.0)


@frozen
class Downloaded:
    """The answer. `content` is None where the server says that nothing changed (304)."""

    url: str
    content: bytes | None
    redirects: tuple[str, ...] = ()
    etag: str | None = None
    last_modified: str | None = None


class _Passing(Unreachable):
    """What may be over at the next try."""


@frozen
class _Journey:
    """Where the download stands: the document's name for messages, and when it has to be over."""

    name: str
    limits: Limits
    deadline: float
    hops: list[str] = field(factory=list)

    def fail(self, what: str, *, passing: bool = False) -> Unreachable:
        via = "".join(f"\n  redirected to {hop}" for hop in self.hops)
        kind = _Passing if passing else Unreachable
        return kind(f"{self.name}: {what}{via}\nThe copy in source/ is as it was.")


def download(
    name: str, url: str, *, conditions: Mapping[str, str] | None = None, limits: Limits | None = None
) -> Downloaded:
    """Fetch a document. `conditions` are headers such as If-None-Match; `name` is for the messages.

    Raises Unreachable, saying what to try, for whatever is not the document.
    """
    limits = limits or Limits()
    deadline = time.monotonic() + limits.seconds
    for pause in limits.pauses:
        try:
            return _try(url, conditions or {}, _Journey(name, limits, deadline))
        except _Passing:
            if time.monotonic() + pause >= deadline:
                raise
            time.sleep(pause)
    return _try(url, conditions or {}, _Journey(name, limits, deadline))


def _try(url: str, conditions: Mapping[str, str], journey: _Journey) -> Downloaded:
    limits = journey.limits
    timeout = httpx2.Timeout(limits.silence, pool=limits.seconds)
    headers = {"User-Agent": _AGENT, "Accept-Encoding": "gzip, deflate", **conditions}
    try:
        with httpx2.Client(follow_redirects=False, timeout=timeout, trust_env=not _is_loopback_url(url)) as client:
            return _follow(client, url, headers, journey)
    except httpx2.TimeoutException:
        raise journey.fail(f"{url} did not answer within {limits.silence:g} s; try again later.") from None
    except httpx2.RemoteProtocolError as error:
        raise journey.fail(f"{url} cut the connection ({error}); try again.", passing=True) from None
    except httpx2.DecodingError as error:
        raise journey.fail(f"{url} says that it packed its answer, and did not ({error}); try again later.") from None
    except (httpx2.ReadError, httpx2.WriteError, httpx2.CloseError) as error:
        said = error or type(error).__name__
        raise journey.fail(f"{url} cut the connection ({said}); try again.", passing=True) from None
    except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError) as error:
        raise journey.fail(f"{url} cannot be reached ({error or type(error).__name__}); check the URL.") from None


def _follow(client: httpx2.Client, start: str, headers: dict[str, str], journey: _Journey) -> Downloaded:
    url = start
    while True:
        _require_allowed(url, start, journey)
        with client.stream("GET", url, headers=headers) as response:
            if journey.hops:
                _require_public_peer(response, start, journey)
            if response.status_code in _REDIRECTS and "location" in response.headers:
                url = str(httpx2.URL(url).join(response.headers["location"]))
                if url in (start, *journey.hops):
                    journey.hops.append(url)
                    raise journey.fail(f"{start} redirects in a circle; look where the document went.")
                journey.hops.append(url)
                if len(journey.hops) > journey.limits.redirects:
                    raise journey.fail(f"{start} redirects more than {journey.limits.redirects} times.")
                continue
            _require_success(response, url, journey)
            return Downloaded(
                url=url,
                content=None if response.status_code == 304 else _read(response, url, journey),
                redirects=tuple(journey.hops),
                etag=response.headers.get("etag"),
                last_modified=response.headers.get("last-modified"),
            )


def _require_success(response: httpx2.Response, url: str, journey: _Journey) -> None:
    status = response.status_code
    if status in (200, 304):
        return
    advice = {
        401: "it wants a login; publish the document openly, or put a copy in source/ by hand.",
        403: "it refuses access; open the URL in a browser, and put a copy in source/ by hand if need be.",
        404: "it is not there (moved?); look for the new URL and set it in provider.yaml.",
        410: "it is gone for good; look for the new URL and set it in provider.yaml.",
        429: "it has had too many requests; try again later.",
    }.get(status, "the server has trouble; try again later." if status >= 500 else "that is not a document.")
    raise journey.fail(f"{url} answered {status}: {advice}", passing=status in _BUSY)


def _read(response: httpx2.Response, url: str, journey: _Journey) -> bytes:
    parts: list[bytes] = []
    size = 0
    for part in response.iter_bytes():
        size += len(part)
        if size > journey.limits.size:
            raise journey.fail(f"{url} sends more than {journey.limits.size:,} bytes; that is no API description.")
        if time.monotonic() > journey.deadline:
            raise journey.fail(f"{url} was not done after {journey.limits.seconds:g} s; try again later.")
        parts.append(part)
    return b"".join(parts)


def _require_allowed(url: str, start: str, journey: _Journey) -> None:
    parsed = httpx2.URL(url)
    if not parsed.host:
        raise journey.fail(f"{url!r} is no URL of a document; write https://host/path.")
    loopback = _is_loopback_url(url)
    if parsed.scheme != "https" and not (parsed.scheme == "http" and loopback):
        raise journey.fail(f"{url} is not https; only this machine itself is read over http.")
    if parsed.userinfo:
        raise journey.fail(f"{parsed.host}: the URL holds a user name or password; take them out.")
    if url == start or (loopback and _is_loopback_url(start)):
        return
    for address in _addresses(parsed.host, journey):
        if not address.is_global:
            raise journey.fail(f"{start} redirects to {parsed.host}, a private address ({address}); that is refused.")


def _require_public_peer(response: httpx2.Response, start: str, journey: _Journey) -> None:
    """What was connected to, after all: a name may resolve otherwise the second time."""
    stream = response.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream is not None else None
    if peer is None or _is_loopback_url(start) or urllib.request.getproxies():
        return
    address = ipaddress.ip_address(str(peer[0]).partition("%")[0])
    if not address.is_global:
        raise journey.fail(f"{start} redirects to a private address ({address}); that is refused.")


def _is_loopback_url(url: str) -> bool:
    try:
        host = httpx2.URL(url).host
    except httpx2.InvalidURL:
        return False
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _addresses(host: str, journey: _Journey) -> list[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    try:
        return [ipaddress.ip_address(host.strip("[]"))]
    except ValueError:
        pass
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except OSError as error:
        if urllib.request.getproxies():
            return []
        raise journey.fail(f"{host} has no address ({error}); check the URL.") from None
    return [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
