"""How the key is sent, as data; and the key itself, which shows in no repr."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, Literal

from .errors import InvalidArgumentError, MissingKeyError
from .shapes import is_sequence

Credential = str | tuple[str, str] | Callable[[], str]
"""A key, a pair of user (or key) and password (or secret), or a function that gives the present token."""


class Bearer:
    """`Authorization: Bearer <key>`; also what OAuth2 and OpenID Connect tokens are sent as."""

    __slots__ = ("prefix",)

    def __init__(self, prefix: str = "Bearer") -> None:
        self.prefix = prefix


class Basic:
    """HTTP Basic: `api_key` and `api_secret` as user and password, or a key `user:password`."""

    __slots__ = ()


class ApiKey:
    """The key in a header, a query parameter or a cookie of its own."""

    __slots__ = ("location", "name")

    def __init__(self, name: str, location: Literal["header", "query", "cookie"] = "header") -> None:
        self.name = name
        self.location = location


Scheme = Bearer | Basic | ApiKey


class Applied:
    """What authentication adds to a request."""

    __slots__ = ("cookies", "headers", "query")

    def __init__(self) -> None:
        self.headers: list[tuple[str, str]] = []
        self.query: list[tuple[str, str]] = []
        self.cookies: list[tuple[str, str]] = []


class Keyring:
    """The credentials of a client. Nothing but `apply` and `secrets` lets them out."""

    __slots__ = ("_by_scheme", "_key", "_secret", "_used")

    def __init__(
        self,
        key: Credential | None = None,
        secret: str | None = None,
        by_scheme: Mapping[str, Credential] | None = None,
        schemes: Collection[str] = (),
    ) -> None:
        unknown = sorted(set(by_scheme or ()) - set(schemes))
        if unknown:
            known = ", ".join(schemes) or "none"
            raise InvalidArgumentError(f"credentials: there is no scheme {unknown[0]!r}; the schemes are {known}")
        pair = _pair(key)
        if pair is not None:
            key, secret = pair
        self._key: Credential | None = _clean(key) if isinstance(key, str) else key
        self._secret = _clean(secret) if secret is not None else None
        self._by_scheme = dict(by_scheme or {})
        self._used: dict[str, None] = {}
        for value in (self._key, self._secret, *self._by_scheme.values()):
            self._note(value)

    def changed(self, key: Credential | None, secret: str | None) -> Keyring:
        """The credentials of a copy: another key goes without the secret of this one, and those by scheme."""
        if key is not None:
            return Keyring(key, secret)
        return Keyring(self._key, secret, self._by_scheme, self._by_scheme)

    def __repr__(self) -> str:
        return "Keyring(***)"

    def __reduce__(self) -> str:
        raise TypeError("a client and its key cannot be pickled; make a client in each process")

    def __bool__(self) -> bool:
        return bool(self._key) or bool(self._by_scheme)

    @property
    def secrets(self) -> tuple[str, ...]:
        """Every text that must not appear in logs and messages, longest first."""
        return tuple(sorted(self._used, key=len, reverse=True))

    @property
    def static(self) -> bool:
        """Whether the credentials are texts, so that what they add can be worked out once."""
        return not any(callable(v) for v in (self._key, *self._by_scheme.values()))

    def apply(self, security: tuple[tuple[str, ...], ...], schemes: Mapping[str, Scheme], env: str) -> Applied:
        """What the first alternative adds for which there are credentials; MissingKeyError if there is none."""
        applied = Applied()
        if not security:
            return applied
        ranked = sorted(security, key=lambda names: self._rank(names, schemes))
        names = ranked[0]
        if self._rank(names, schemes) >= _IMPOSSIBLE:
            raise MissingKeyError(missing_key(env))
        for name in names:
            self._add(applied, name, schemes[name])
        return applied

    def _rank(self, names: tuple[str, ...], schemes: Mapping[str, Scheme]) -> int:
        """Alternatives that use more of what was given come first; those that cannot be met come last."""
        if not names:
            return _IMPOSSIBLE - 1
        rank = 0
        for name in names:
            scheme = schemes.get(name)
            if scheme is None or not (name in self._by_scheme or self._key):
                return _IMPOSSIBLE
            if isinstance(scheme, Basic) != (self._secret is not None) and name not in self._by_scheme:
                rank += 1
        return rank

    def _add(self, applied: Applied, name: str, scheme: Scheme) -> None:
        given = self._by_scheme.get(name, self._key)
        key, secret = _pair(given) or (_text(given), self._secret)
        key = _clean(key)
        self._note(key)
        if isinstance(scheme, Bearer):
            applied.headers.append(("Authorization", f"{scheme.prefix} {key}".strip()))
        elif isinstance(scheme, Basic):
            from base64 import b64encode

            pair = f"{key}:{secret or ''}" if secret is not None or ":" not in key else key
            text = b64encode(pair.encode("utf-8")).decode("ascii")
            self._note(text)
            self._note(pair.partition(":")[2])
            applied.headers.append(("Authorization", f"Basic {text}"))
        else:
            place = {"header": applied.headers, "query": applied.query, "cookie": applied.cookies}
            place[scheme.location].append((scheme.name, key))

    def _note(self, value: Credential | None) -> None:
        for part in _pair(value) or (value,):
            if isinstance(part, str) and len(part) >= 4:
                self._used[part] = None
                if len(self._used) > _REMEMBERED:
                    del self._used[next(iter(self._used))]


_IMPOSSIBLE = 1_000
_REMEMBERED = 64
"""Keys to keep out of logs: a function that gives a new token each hour must not fill the memory."""


def _pair(value: Any) -> tuple[str, str] | None:
    if value is None or isinstance(value, str) or callable(value):
        return None
    if is_sequence(value) and [type(part) for part in value] == [str, str]:
        return value[0], value[1]
    raise InvalidArgumentError(
        f"a key must be a text, a pair of texts, or a function that gives a text, not a {type(value).__name__}"
    )


def _text(value: Credential | None) -> str:
    """The key now: a function gives the present one."""
    given: Any = value() if callable(value) else value
    if not isinstance(given, str) or not given.strip():
        raise InvalidArgumentError("the function for the key gave no text; nothing was sent")
    return given


def _clean(key: str) -> str:
    """The key without the spaces and line feeds that files and copying leave around it.

    What cannot stand in a header is refused here, for the transport's own message would show the key.
    """
    key = key.strip()
    if any(not " " <= c <= "~" for c in key):
        raise InvalidArgumentError(
            "the API key holds characters that cannot be sent (control characters or letters outside ASCII); "
            "copy it again"
        )
    return key


def missing_key(env: str) -> str:
    """The message for a client without a key."""
    return f"no API key: pass api_key=... to the client, or set the environment variable {env}_API_KEY"
