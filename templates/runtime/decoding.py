"""From the text of an answer to typed values; and, when that fails, where and why.

The fast path knows nothing of paths: a failure carries the container it happened in, which is then found
in the parsed body by identity.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from json.scanner import make_scanner
from typing import Any, Final, cast

from .codec import Mismatch, Model
from .shapes import is_array, is_object
from .unions import Decoder, array_of, decoder_of, map_of, union

scan: Final[Callable[[str, int], tuple[Any, int]]] = make_scanner(cast("Any", json.JSONDecoder()))
"""The JSON value that begins at a place of a text, and where it ends; raises ValueError or StopIteration."""

_json_loads: Callable[[bytes | str], Any] = json.loads
_fast: Any = None
with suppress(ImportError):
    _fast = import_module("msgspec")


def loads(data: bytes) -> Any:
    """Parse JSON, with msgspec where it is installed; raises ValueError (also for nesting beyond reason)."""
    if _fast is not None:
        # What msgspec refuses (a lone surrogate, a number beyond doubles) the standard library may still read.
        with suppress(_fast.DecodeError, UnicodeDecodeError, RecursionError):
            return _fast.json.decode(data)
    try:
        text = data.decode()
        value, end = scan(text, 0)
        if end == len(text):
            return value  # what `json.loads` does around this costs a tenth of a small answer
    except (ValueError, RecursionError, StopIteration):
        pass  # it knows byte order marks and other encodings, and says what is wrong
    try:
        return _json_loads(data)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def dumps(value: Any) -> bytes:
    """Plain data as compact JSON; raises TypeError or ValueError for what JSON cannot say."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8")


def decoder(text: str, package: str) -> Decoder:
    """The decoder that a result names (`Job`, `[Job]`, `{Job}`, `A|B`, `*`), over the models of the package."""
    text = text.strip()
    options = _split(text)
    if len(options) > 1:
        return union(*(_option(o, package) for o in options))
    return decoder_of(_option(text, package))


def item_decoder(text: Any, package: str) -> Decoder | None:
    """How the items of a result that is a list of models (`[Job]`) are decoded, where the standard library parses."""
    if _fast is not None or not isinstance(text, str) or text[:1] != "[" or not text[1:-1].isidentifier():
        return None
    found = getattr(import_module(".models", package), text[1:-1], None)
    return found.from_dict if isinstance(found, type) and issubclass(found, Model) else None


def _option(text: str, package: str) -> Any:
    text = text.strip()
    if text[:1] in ("[", "{"):
        parts = _split(text[1:-1])
        inner = _option(parts[0], package) if len(parts) == 1 else decoder(text[1:-1], package)
        return array_of(inner) if text[0] == "[" else map_of(inner)
    if text in _BUILTIN:
        return _BUILTIN[text]
    models = import_module(".models", package)
    found = getattr(models, text)
    if isinstance(found, type):
        return found
    return getattr(models, f"decode_{text}")


def _anything(value: Any) -> Any:
    return value


def _datetime(value: Any) -> Any:
    from .codec import parse_datetime

    return parse_datetime(value)


def _date(value: Any) -> Any:
    from .codec import parse_date

    return parse_date(value)


_BUILTIN: dict[str, Any] = {
    "*": _anything,
    "str": str,
    "int": int,
    "float": float,
    "bool": bool,
    "datetime": _datetime,
    "date": _date,
}


def _split(text: str) -> list[str]:
    """Split at the `|` that stand outside brackets."""
    parts: list[str] = []
    depth = start = 0
    for at, char in enumerate(text):
        depth += (char in "[{") - (char in "]}")
        if char == "|" and depth == 0:
            parts.append(text[start:at])
            start = at + 1
    parts.append(text[start:])
    return parts


def known_fields(decode: Any, package: str) -> frozenset[str]:
    """The wire names that the model of a result knows; empty where the result is no model."""
    if isinstance(decode, str) and decode.isidentifier() and decode not in _BUILTIN:
        found = getattr(import_module(".models", package), decode, None)
        if isinstance(found, type) and issubclass(found, Model):
            return frozenset(found._FIELDS)  # pyright: ignore[reportPrivateUsage]
    return frozenset()


def locate(root: Any, mismatch: Mismatch) -> str:
    """The path in the body of what a `Mismatch` complains about (`$.images[3].url`)."""
    if mismatch.container is None:
        return _find(root, mismatch.found) or "$"
    base = _find(root, mismatch.container)
    if base is None:
        return "$"
    return base if mismatch.key is None else base + step(mismatch.key)


def step(key: object) -> str:
    """One step of a path: `[3]`, `.name`, or `['odd name']`."""
    if isinstance(key, int):
        return f"[{key}]"
    text = str(key)
    return f".{text}" if text.isidentifier() else f"[{text!r}]"


def _find(root: Any, wanted: object) -> str | None:
    """Where an object is in a body, by identity."""
    stack: list[tuple[str, Any]] = [("$", root)]
    while stack:
        path, node = stack.pop()
        if node is wanted:
            return path
        if is_object(node):
            stack.extend(reversed([(path + step(k), v) for k, v in node.items()]))
        elif is_array(node):
            stack.extend(reversed([(f"{path}[{i}]", v) for i, v in enumerate(node)]))
    return None


def at_pointer(node: Any, pointer: str) -> Any:
    """What a JSON Pointer names in parsed data or in a model; None where there is nothing."""
    for token in pointer.split("/")[1:]:
        if isinstance(node, Model):
            node = getattr(node, "_raw", None) or node.to_dict()
        key = token.replace("~1", "/").replace("~0", "~")
        if is_object(node):
            node = node.get(key)
        elif is_array(node) and key.isdecimal():
            node = node[int(key)] if int(key) < len(node) else None
        else:
            return None
    return node
