"""Arguments as OpenAPI says they are written: path, query, header and cookie parameters in every style.

A path argument never changes the path: it is percent-quoted whole (a reserved one up to its slashes), and what a
server could still read as another path (empty, `.`, `..`, a `..` between slashes, control characters) is refused.
"""

from __future__ import annotations

import re
from datetime import date, time
from enum import Enum
from typing import Any, cast
from urllib.parse import quote

from .codec import Model, kind, to_wire
from .errors import InvalidArgumentError
from .operation import Param
from .shapes import is_mapping, is_sequence, is_set
from .unset import UNSET

_PLAIN = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*")
_RESERVED = ":/?#[]@!$&'()*+,;="
_IN_PATH = "/:@!$&'()*+,;="
_DELIMITERS = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}
_DOTS = re.compile(r"(?:^|[/\\])\.{1,2}(?:$|[/\\])")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def text_of(value: Any) -> str:
    """A scalar as it stands in a URL or header; a value without a text of its own (a generator) is refused."""
    if isinstance(value, str):
        return str(value.value) if isinstance(value, Enum) else value
    if value is True or value is False:
        return "true" if value else "false"
    if value is None:
        return ""
    if isinstance(value, Enum):
        return text_of(value.value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, (date, time)):
        return cast("str", to_wire(value))
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if not isinstance(value, (int, float)) and kind(value).__str__ is object.__str__:
        raise InvalidArgumentError(
            f"a value of type {type(value).__name__} cannot be sent as text; nothing was sent"
        )
    try:
        return str(value)
    except ValueError as error:
        raise InvalidArgumentError(f"{error}; nothing was sent") from None


def _quote(value: Any, safe: str = "") -> str:
    text = text_of(value)
    try:
        return quote(text, safe=safe)
    except UnicodeEncodeError:
        raise InvalidArgumentError(f"{text!r} holds half a surrogate pair, which cannot be sent") from None


def _pairs(value: Any) -> list[tuple[str, Any]] | None:
    """The properties of an object argument; None if it is no object."""
    if isinstance(value, Model):
        value = value.to_dict()
    if is_mapping(value):
        return [(text_of(k), v) for k, v in value.items() if v is not UNSET and v is not None]
    return None


def _items(value: Any) -> list[Any] | None:
    """The items of an array argument; None if it is no array."""
    if is_sequence(value):
        return [v for v in value if v is not UNSET and v is not None]
    if is_set(value):
        return sorted((v for v in value if v is not UNSET and v is not None), key=repr)
    return None


def _json(value: Any) -> str:
    from .decoding import dumps

    try:
        return dumps(to_wire(value)).decode("utf-8")
    except (TypeError, ValueError) as error:
        raise InvalidArgumentError(f"{type(value).__name__} cannot be written as JSON: {error}") from None


def path_text(param: Param, value: Any) -> str:
    """A path argument, quoted, in its style; refused where it could change the path."""
    if isinstance(value, str) and param.style == "simple" and not param.json and _PLAIN.fullmatch(value):
        return value
    if value is UNSET or value is None:
        raise _refused(param, value, "is missing")
    if param.json:
        return _quote(_json(value))
    pairs, items = _pairs(value), _items(value)
    parts = [v for _, v in pairs] if pairs is not None else items if items is not None else [value]
    if not parts:
        raise _refused(param, value, "is empty")
    for part in parts:
        text = text_of(part)
        if not text or text.isspace():
            raise _refused(param, value, "is empty")
        if _CONTROL.search(text):
            raise _refused(param, value, "holds control characters")
        if _DOTS.search(text):
            raise _refused(param, value, "would change the path")
    return _path_style(param, value, pairs, items)


def _path_style(
    param: Param, value: Any, pairs: list[tuple[str, Any]] | None, items: list[Any] | None
) -> str:
    name, style, explode = quote(param.name, safe=""), param.style, param.explode
    if param.reserved and pairs is None and items is None:
        return _quote(value, _IN_PATH)
    prefix = {"label": ".", "matrix": ";"}.get(style, "")
    if pairs is not None:
        if explode:
            sep = prefix or ","
            return prefix + sep.join(f"{_quote(k)}={_quote(v)}" for k, v in pairs)
        flat = ",".join(_quote(p) for pair in pairs for p in pair)
        return f";{name}={flat}" if style == "matrix" else prefix + flat
    if items is not None:
        quoted = [_quote(i) for i in items]
        if style == "matrix":
            return "".join(f";{name}={q}" for q in quoted) if explode else f";{name}={','.join(quoted)}"
        return prefix + (prefix if explode and prefix else ",").join(quoted)
    return f";{name}={_quote(value)}" if style == "matrix" else prefix + _quote(value)


def query_texts(param: Param, value: Any) -> list[str]:
    """A query argument as parts of the query string; one in the style `querystring` is a part without a name."""
    if param.style != "querystring":
        return [f"{name}={text}" for name, text in query_pairs(param, value)]
    return [] if value is UNSET or value is None else [_quote(_json(value) if param.json else value)]


def query_pairs(param: Param, value: Any) -> list[tuple[str, str]]:
    """A query (or cookie) argument as pairs of quoted texts; null and unset ones are left out."""
    if value is UNSET or value is None:
        return []
    safe = _RESERVED.replace("&", "").replace("#", "").replace("+", "") if param.reserved else ""
    name = quote(param.name, safe="")
    if param.json:
        return [(name, _quote(_json(value), safe))]
    pairs = _pairs(value)
    if pairs is not None:
        if param.style == "deepObject":
            return _deep(name, pairs, safe)
        if param.explode:
            return [(_quote(k), q) for k, v in pairs for q in _flat(v, safe)]
        return [(name, _sep(param).join(_quote(p, safe) for pair in pairs for p in pair))]
    items = _items(value)
    if items is None:
        return [(name, _quote(value, safe))]
    if not items:
        return []
    if param.style == "deepObject":
        return _deep_items(name, items, safe)
    quoted = [_quote(i, safe) for i in map(_scalar, items)]
    if param.explode:
        return [(name, q) for q in quoted]
    return [(name, _sep(param).join(quoted))]


def _scalar(item: Any) -> Any:
    """An item of an array that is itself an array or object has no style: it is written as JSON."""
    return _json(item) if _pairs(item) is not None or _items(item) is not None else item


def _sep(param: Param) -> str:
    return _DELIMITERS.get(param.style, ",")


def _flat(value: Any, safe: str) -> list[str]:
    items = _items(value)
    return [_quote(i, safe) for i in map(_scalar, [value] if items is None else items)]


def _deep(name: str, pairs: list[tuple[str, Any]], safe: str) -> list[tuple[str, str]]:
    out: list[tuple[str, str]] = []
    for key, value in pairs:
        inner = f"{name}%5B{_quote(key)}%5D"
        nested, items = _pairs(value), _items(value)
        if nested is not None:
            out.extend(_deep(inner, nested, safe))
        elif items is not None:
            out.extend(_deep_items(inner, items, safe))
        else:
            out.append((inner, _quote(value, safe)))
    return out


def _deep_items(name: str, items: list[Any], safe: str) -> list[tuple[str, str]]:
    """An array within `deepObject`, of which OpenAPI says nothing: `a[]=1&a[]=2`, and `a[0][b]=1` of objects.

    So PHP, Rails, Express and Stripe read it; a name that only repeats is one value to all of them but Express.
    """
    name = name.removesuffix("%5B%5D")
    out: list[tuple[str, str]] = []
    for index, item in enumerate(items):
        pairs = _pairs(item)
        if pairs is not None:
            out.extend(_deep(f"{name}%5B{index}%5D", pairs, safe))
        else:
            out.append((f"{name}%5B%5D", _quote(_scalar(item), safe)))
    return out


def header_text(param: Param, value: Any) -> str:
    """A header argument; line feeds, which would start another header, are refused."""
    pairs, items = (None, None) if param.json else (_pairs(value), _items(value))
    if param.json:
        text = _json(value)
    elif pairs is not None:
        text = ",".join(f"{k}={text_of(v)}" if param.explode else f"{k},{text_of(v)}" for k, v in pairs)
    else:
        text = ",".join(map(text_of, items)) if items is not None else text_of(value)
    if _CONTROL.search(text.replace("\t", " ")) or not text.isascii():
        raise InvalidArgumentError(f"header {param.name}: {text!r} holds characters that no header may hold")
    return text


def _refused(param: Param, value: Any, why: str) -> InvalidArgumentError:
    return InvalidArgumentError(f"path argument {param.name!r} {why}: {value!r}; nothing was sent")
