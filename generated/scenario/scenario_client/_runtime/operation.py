"""Operations as data: what a generated method passes to its resource's `_send`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Literal, TypeVar

T = TypeVar("T")

Kind = Literal["json", "text", "bytes", "events", "none"]
BodyKind = Literal["json", "form", "multipart", "bytes", "text"]
Location = Literal["path", "query", "header", "cookie"]


class Param:
    """One parameter: its wire name, where it goes and how OpenAPI says that it is written.

    `style` is one of simple, label, matrix, form, spaceDelimited, pipeDelimited, deepObject, querystring (the value
    is the whole query string), or empty for the default of its place; `json` says that the value is written as
    JSON text (`content` parameters).
    """

    __slots__ = ("explode", "json", "location", "name", "reserved", "style")

    def __init__(
        self,
        name: str,
        location: Location,
        style: str = "",
        explode: bool | None = None,
        *,
        json: bool = False,
        reserved: bool = False,
    ) -> None:
        self.name = name
        self.location: Location = location
        self.style = style or ("form" if location in ("query", "cookie") else "simple")
        self.explode = self.style == "form" if explode is None else explode
        self.json = json
        self.reserved = reserved


class Body:
    """One way to send the body: its media type, and the content type of each part that names one.

    `styles` are the properties of a form that are written as a parameter is: style, explode, allowReserved. With
    `optional` there is no body where nothing is given: the documents allow that, and an empty one they do not.
    """

    __slots__ = ("encodings", "kind", "media", "optional", "styles")

    def __init__(
        self,
        media: str = "application/json",
        kind: BodyKind = "json",
        encodings: dict[str, str] | None = None,
        *,
        styles: dict[str, tuple[str, bool, bool]] | None = None,
        optional: bool = False,
    ) -> None:
        self.optional = optional
        self.media = media
        self.kind: BodyKind = kind
        self.encodings = encodings or {}
        self.styles = {
            name: Param(name, "query", style, explode, reserved=reserved)
            for name, (style, explode, reserved) in (styles or {}).items()
        }


class Result:
    """One documented answer: `status` is "200", "2XX" or "default".

    `decode` is a function or a decoding text over the package's models: `Job`, `[Job]` (array), `{Job}` (map),
    `Image|Video` (union), `datetime`, `date`, `*` (anything, as parsed). `frame`, of a stream, says that it is the
    whole event, whose `data` is `json` or `text`, or one of JSON `lines`; without it, it is the data, as JSON.
    """

    __slots__ = ("decode", "frame", "kind", "media", "status")

    def __init__(
        self,
        status: str = "200",
        decode: str | Callable[[Any], Any] = "*",
        *,
        kind: Kind = "json",
        media: str = "application/json",
        frame: Literal["", "json", "text", "lines"] = "",
    ) -> None:
        self.status = status
        self.decode = decode
        self.kind: Kind = kind
        self.media = media
        self.frame = frame


class Operation(Generic[T]):
    """One operation of the API; `T` is what its method returns.

    `security` lists the alternatives, each a tuple of scheme names; empty means that no key is sent.
    `envelope` is the one property of the answer (or a JSON Pointer, if it starts with `/`) that holds the result.
    `compiled` is where the client keeps what it worked out on the first call.
    """

    __slots__ = (
        "body",
        "compiled",
        "envelope",
        "method",
        "name",
        "params",
        "path",
        "results",
        "security",
        "server",
    )

    def __init__(
        self,
        method: str,
        path: str,
        *results: Result,
        name: str = "",
        params: tuple[Param, ...] = (),
        body: tuple[Body, ...] = (),
        security: tuple[tuple[str, ...], ...] = (),
        server: str | None = None,
        envelope: str | None = None,
    ) -> None:
        self.method = method
        self.path = path
        self.results = results
        self.name = name or f"{method} {path}"
        self.params = params
        self.body = body
        self.security = security
        self.server = server
        self.envelope = envelope
        self.compiled: Any = None

    def __repr__(self) -> str:
        return f"<Operation {self.name}: {self.method} {self.path}>"
