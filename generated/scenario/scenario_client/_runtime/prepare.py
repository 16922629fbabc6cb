"""From the arguments of a method to the call that carries them: URL, headers and body."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import httpx2

from .answers import Plan, plans
from .bodies import Content, encode
from .errors import InvalidArgumentError
from .exchange import BODILESS, Call
from .operation import Operation, Param
from .params import header_text, path_text, query_pairs, query_texts
from .shapes import is_mapping
from .unset import UNSET

if TYPE_CHECKING:
    from .base import BaseClient


class Compiled:
    """What is worked out once for an operation: the pieces of its path, its parameters, its answers."""

    __slots__ = ("accept", "choose", "dots", "package", "params", "pieces")

    def __init__(self, operation: Operation[Any], package: str) -> None:
        self.package = package
        self.params: dict[str, dict[str, Param]] = {"path": {}, "query": {}, "header": {}, "cookie": {}}
        for param in operation.params:
            self.params[param.location][param.name] = param
        self.pieces = _pieces(operation.path, self.params["path"])
        self.dots = _dots("".join(piece if isinstance(piece, str) else "{}" for piece in self.pieces))
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


def _dots(path: str) -> int:
    """How many segments of a path are `.` or `..`, which lead elsewhere."""
    return sum(segment in (".", "..") for segment in path.split("/")) if "/." in path else 0


def url_path(compiled: Compiled, arguments: Mapping[str, Any] | None) -> str:
    """The path with its arguments in place; no argument can lead out of its place."""
    given = arguments or {}
    text = "".join(
        piece if isinstance(piece, str) else path_text(piece, given.get(piece.name, UNSET))
        for piece in compiled.pieces
    )
    if arguments and "/." in text and _dots(text) > compiled.dots:
        raise InvalidArgumentError(
            f"the path arguments {dict(given)!r} would change the path; nothing was sent"
        )
    return text


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
    target = url_path(compiled, path)
    parts = _query_parts(compiled, query) if query else []
    named = _header_texts(compiled, header) if header else []
    cookies = _cookies(compiled, cookie) if cookie else []
    content = _content(operation, body, media)
    # So far nothing has seen the key: refused arguments show it in no traceback, not even in one with local variables.
    place = client.place_of(operation, compiled)
    url = place.base + target
    if parts or place.query:
        given = {part.partition("=")[0] for part in parts}  # by the caller, who has the last word
        parts = [*(f"{k}={v}" for k, v in place.query if k not in given), *parts]
        url = f"{url}{'&' if '?' in url else '?'}{'&'.join(parts)}"
    headers = place.headers
    if named or cookies or content is not None or operation.method not in BODILESS:
        headers = httpx2.Headers(headers)
        for name, text in named:
            headers[name] = text
        if cookies:
            known = [headers["Cookie"]] if "Cookie" in headers else []
            headers["Cookie"] = "; ".join([*known, *(f"{k}={v}" for k, v in cookies)])
        if content is not None:
            headers["Content-Type"] = content[0]
        headers["Content-Length"] = str(content[1] if content is not None else 0)
    return Call(client, operation.name, operation.method, url, headers, content), compiled


def _query_parts(compiled: Compiled, query: Mapping[str, Any]) -> list[str]:
    known = compiled.params["query"]
    return [
        part
        for name, value in query.items()
        if value is not UNSET and value is not None
        for part in query_texts(known.get(name) or Param(name, "query"), value)
    ]


def _header_texts(compiled: Compiled, header: Mapping[str, Any]) -> list[tuple[str, str]]:
    known = compiled.params["header"]
    return [
        (name, header_text(known.get(name) or Param(name, "header"), value))
        for name, value in header.items()
        if value is not UNSET and value is not None
    ]


def _cookies(compiled: Compiled, cookie: Mapping[str, Any]) -> list[tuple[str, str]]:
    known = compiled.params["cookie"]
    return [
        pair
        for name, value in cookie.items()
        for pair in query_pairs(known.get(name) or Param(name, "cookie"), value)
    ]


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
    if (chosen.optional or operation.method in ("GET", "HEAD")) and is_mapping(body) and _is_unset(body):
        return None  # HTTP gives a body of GET no meaning, and some gateways answer it with an error
    return encode(chosen, body)


def _is_unset(body: Mapping[Any, Any]) -> bool:
    return all(value is UNSET for value in body.values())
