"""What a caller sets, checked where it is set: what is wrong should not show first in the middle of a job."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from .errors import InvalidArgumentError

if TYPE_CHECKING:
    from .limits import Limiter

Hook = Callable[..., Any]
Hooks = Mapping[str, "Iterable[Hook] | Hook"]
"""Functions by `request` and `response`: one, or several."""


def checked_url(url: Any) -> str:
    """The base URL without a slash at its end; refused if it is no plain http or https address."""
    text = str(url).strip().rstrip("/")
    scheme, colon, rest = text.partition("://")
    host = rest.partition("/")[0]
    if "@" in host:
        raise InvalidArgumentError("base_url must not hold a user or password; pass api_key and api_secret")
    port = host.rpartition("]")[2].partition(":")[2]
    plain = not ("?" in text or "#" in text or any(c.isspace() for c in text)) and ("[" in host) == ("]" in host)
    if port and not (port.isdecimal() and len(port) < 6 and int(port) < 65_536):
        plain = False
    if scheme.lower() not in ("http", "https") or not host or not plain:
        raise InvalidArgumentError(f"base_url must be like https://host/path, not {text!r}")
    return f"{scheme.lower()}{colon}{rest}"


def checked_retries(number: Any) -> int:
    """How often a call may be repeated: 0 or more."""
    if not isinstance(number, int) or number < 0:
        raise InvalidArgumentError(f"max_retries must be a whole number, 0 or more, not {number!r}")
    return number


def checked_deadline(seconds: Any) -> float | None:
    """Seconds for a whole call, or None for no limit."""
    if seconds is not None and not (isinstance(seconds, (int, float)) and seconds > 0):
        raise InvalidArgumentError(f"deadline must be more than 0 seconds, or None for no limit, not {seconds!r}")
    return seconds


def checked_headers(headers: Mapping[str, str] | None) -> dict[str, str]:
    """Headers that can be sent."""
    if not headers:
        return {}
    from .operation import Param
    from .params import header_text

    return {name: header_text(Param(name, "header"), value) for name, value in dict(headers).items()}


def checked_query(query: Mapping[str, Any] | None) -> list[tuple[str, str]]:
    """Query parameters, quoted."""
    if not query:
        return []
    from .operation import Param
    from .params import query_pairs

    return [pair for name, value in dict(query).items() for pair in query_pairs(Param(name, "query"), value)]


def checked_http(given: Any, kind: str) -> Any:
    """The caller's own http client, if it is of the kind that this client needs.

    Given the async one, or one of another library, a call would end in whatever that answers.
    """
    if given is not None:
        import httpx2

        if not isinstance(given, getattr(httpx2, kind)):
            found = f"{type(given).__module__}.{type(given).__qualname__}"
            raise InvalidArgumentError(f"http_client must be an httpx2.{kind} here, not a {found}")
    return given


def checked_hooks(hooks: Hooks | None) -> tuple[tuple[Hook, ...], tuple[Hook, ...]]:
    """The functions to call before each request and after each answer."""
    given = hooks or {}
    unknown = set(given) - {"request", "response"}
    if unknown:
        raise InvalidArgumentError(f"event hooks are 'request' and 'response', not {sorted(unknown)}")
    return _functions(given.get("request", ())), _functions(given.get("response", ()))


def _functions(given: Any) -> tuple[Hook, ...]:
    found: tuple[Any, ...] = (given,) if callable(given) else tuple(given)
    if not all(map(callable, found)):
        raise InvalidArgumentError(f"event_hooks must hold functions, not {given!r}")
    return found


def checked_limiter(limiter: Any, documented: Mapping[str, Any] | None) -> Limiter | None:
    """A limiter of the caller's, or one that keeps within the documented limits."""
    if limiter is None or limiter is False:
        return None
    if limiter is True:
        from .limits import Limiter

        if not documented:
            raise InvalidArgumentError("no documented limits are known; pass limiter=Limiter(per_minute=...)")
        return Limiter(**documented)
    if not hasattr(limiter, "acquire"):
        raise InvalidArgumentError(f"limiter must be True, a Limiter or None, not {limiter!r}")
    found: Limiter = limiter
    return found
