"""What a server sends on its own: is it from whom it claims, and what does it say.

Verification compares in constant time. Events of types that the documents do not list arrive all the same,
with `object` as plain data.
"""

from __future__ import annotations

import hmac
import time
from collections.abc import Iterable, Mapping
from typing import Any, Generic, Literal, TypeVar

from .codec import Mismatch
from .decoding import at_pointer, decoder, loads, locate
from .errors import InvalidArgumentError, WebhookError
from .shapes import is_mapping, is_object

T = TypeVar("T")

Headers = Mapping[str, str] | Iterable[tuple[str, str]]


class BearerKey:
    """The sender proves itself by a key in a header: `Authorization: Bearer <key>`, and no signature."""

    __slots__ = ("header", "prefix")

    def __init__(self, header: str = "Authorization", prefix: str = "Bearer") -> None:
        self.header = header
        self.prefix = prefix

    def check(self, body: bytes, headers: Mapping[str, str], key: str) -> None:
        """Raise WebhookError unless the header holds the key."""
        given = headers.get(self.header.lower(), "").strip()
        if self.prefix:
            scheme, _, given = given.partition(" ")
            if scheme.lower() != self.prefix.lower():
                raise WebhookError(f"the webhook has no {self.header}: {self.prefix} header")
        if not same(given.strip(), key):
            raise WebhookError(
                "the webhook's key is not ours: it comes from somebody else, or the key was changed"
            )


class HmacKey:
    """The sender signs the body: a header holds an HMAC of `signed`, in which `{timestamp}` and `{body}` stand.

    With `timestamp_header`, what is older (or newer) than `tolerance` seconds is refused, so that nobody can
    send an old webhook again. The header may hold several signatures, divided by commas or spaces.
    """

    __slots__ = ("digest", "encoding", "header", "prefix", "signed", "timestamp_header", "tolerance")

    def __init__(
        self,
        header: str,
        *,
        digest: str = "sha256",
        encoding: Literal["hex", "base64"] = "hex",
        prefix: str = "",
        signed: str = "{body}",
        timestamp_header: str = "",
        tolerance: float = 300.0,
    ) -> None:
        self.header = header
        self.digest = digest
        self.encoding = encoding
        self.prefix = prefix
        self.signed = signed
        self.timestamp_header = timestamp_header
        self.tolerance = tolerance

    def check(self, body: bytes, headers: Mapping[str, str], key: str) -> None:
        """Raise WebhookError unless the signature is right, and fresh."""
        given = headers.get(self.header.lower(), "").strip()
        if not given:
            raise WebhookError(f"the webhook has no {self.header} header")
        stamp = headers.get(self.timestamp_header.lower(), "").strip() if self.timestamp_header else ""
        message = self.signed.encode().replace(b"{timestamp}", stamp.encode()).replace(b"{body}", body)
        made = hmac.new(key.encode("utf-8"), message, self.digest)
        expected = made.hexdigest() if self.encoding == "hex" else _base64(made.digest())
        candidates = [c.strip().removeprefix(self.prefix) for c in given.replace(",", " ").split()]
        if not sum(same(c, expected) for c in candidates):
            raise WebhookError("the webhook's signature does not match its body and our key")
        if self.timestamp_header and not self._fresh(stamp):
            raise WebhookError("the webhook is too old (or from the future): sent again by somebody?")

    def _fresh(self, stamp: str) -> bool:
        try:
            return abs(time.time() - float(stamp)) <= self.tolerance
        except ValueError:
            return False


class WebhookEvent(Generic[T]):
    """An event: its `type`, its `object` (typed where the type is known), and the whole `body`."""

    __slots__ = ("body", "known", "object", "type")

    def __init__(self, type: str, object: T, body: Mapping[str, Any], known: bool) -> None:
        self.type = type
        self.object = object
        self.body = body
        self.known = known

    def get(self, name: str, default: Any = None) -> Any:
        """A field of the envelope, such as `timestamp`."""
        return self.body.get(name, default)

    def __repr__(self) -> str:
        return f"WebhookEvent({self.type!r}, {self.object!r})"


class Webhooks:
    """Reads the webhooks of a provider, from data: where the type and the object stand, and what types there are."""

    def __init__(
        self,
        *,
        package: str | None,
        verify: BearerKey | HmacKey,
        types: Mapping[str, str],
        type: str = "/type",
        object: str = "/data/object",
    ) -> None:
        self._package = package or ""
        self._verify = verify
        self._types = dict(types)
        self._type = type
        self._object = object

    @property
    def types(self) -> tuple[str, ...]:
        """The event types that the documents list."""
        return tuple(self._types)

    def parse(self, body: bytes | str, headers: Headers, key: str) -> WebhookEvent[Any]:
        """Verify a webhook and read it.

        `body` is the body exactly as received, `headers` those of the request, `key` the one that you gave
        the vendor for webhooks (not the API key). Raises WebhookError.
        """
        given: Any = body
        if isinstance(given, str):
            given = given.encode("utf-8")
        if not isinstance(given, (bytes, bytearray)):
            found = type(given).__name__
            raise InvalidArgumentError(
                f"body must be the bytes or text that came, before any parsing, not {found}"
            )
        raw = bytes(given)
        if not key or not key.strip():
            raise WebhookError("no key to verify the webhook with; an empty key would let everybody in")
        self._verify.check(raw, _plain(headers), key)
        try:
            data = loads(raw)
        except ValueError as error:
            raise WebhookError(f"the webhook is not JSON: {error}") from None
        if not is_object(data):
            raise WebhookError("the webhook is not a JSON object")
        fields = data
        name = at_pointer(fields, self._type)
        value = at_pointer(fields, self._object)
        known = isinstance(name, str) and name in self._types and value is not None
        if known:
            value = self._decode(self._types[str(name)], value, fields)
        return WebhookEvent(name if isinstance(name, str) else "", value, fields, known)

    def _decode(self, spec: str, value: Any, body: dict[str, Any]) -> Any:
        try:
            return decoder(spec, self._package)(value)
        except Mismatch as mismatch:
            raise WebhookError(
                f"the webhook is not what its type promises: {locate(body, mismatch)}: {mismatch}"
            ) from None


def same(given: str, expected: str) -> bool:
    """Compare in constant time; texts outside ASCII, which `compare_digest` refuses, as bytes."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode("utf-8", "replace"))


def _plain(headers: Headers) -> dict[str, str]:
    """Headers by lower-case name, from a mapping or from pairs, of text or of bytes (ASGI)."""
    pairs: Any = headers.items() if is_mapping(headers) else headers
    return {_text(k).lower(): _text(v) for k, v in pairs}


def _text(value: Any) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def _base64(data: bytes) -> str:
    from base64 import b64encode

    return b64encode(data).decode("ascii")
