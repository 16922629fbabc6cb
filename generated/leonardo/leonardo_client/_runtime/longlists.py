"""Long lists, read item by item with the standard library's parser.

Parsed whole, a list of a thousand becomes megabytes of dicts that are walked again when all caches have forgotten
them, and that the garbage collector walks meanwhile. Item by item each dict is converted while it is at hand, and
its memory serves the next: half the time, and a third of the memory at the peak.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from .codec import Mismatch
from .decoding import scan

LONG: Final = 65_536
"""Bytes from which it pays."""

_space: Final = re.compile(r"[ \t\n\r]*").match
_SPACES: Final = " \t\n\r"


_REFUSALS: Final = (
    Mismatch, AttributeError, TypeError, ValueError, LookupError, RecursionError, StopIteration,
)  # fmt: skip


class _Unexpected(Exception):
    """The text is not plainly an object with one list of that name; the general decoder will say what it is."""


def read_list(content: bytes, name: str, convert: Callable[[Any], Any]) -> list[Any] | None:
    """The items of the list `name` of the object in a body; None where the general decoder has to look."""
    try:
        return _object(content.decode("utf-8"), name, convert)
    except (_Unexpected, *_REFUSALS):
        return None


def _object(text: str, name: str, convert: Callable[[Any], Any]) -> list[Any] | None:
    found: list[Any] | None = None
    at = _past(text, "{", _skip(text, 0))
    while True:
        key, at = scan(text, at)
        if type(key) is not str:
            raise _Unexpected
        at = _past(text, ":", _skip(text, at))
        if key == name:
            if found is not None:
                raise _Unexpected
            found, at = _array(text, _past(text, "[", at), convert)
        else:
            _, at = scan(text, at)
        at = _skip(text, at)
        if text[at] == "}":
            if _skip(text, at + 1) != len(text):
                raise _Unexpected
            return found
        at = _past(text, ",", at)


def _array(text: str, at: int, convert: Callable[[Any], Any]) -> tuple[list[Any], int]:
    items: list[Any] = []
    if text[at] == "]":
        return items, at + 1
    while True:
        item, at = scan(text, at)
        if type(item) is dict:
            items.append(convert(item))
        elif item is None:
            items.append(None)
        else:
            raise _Unexpected
        char = text[at]
        if char in _SPACES:
            at = _skip(text, at)
            char = text[at]
        if char == "]":
            return items, at + 1
        if char != ",":
            raise _Unexpected
        at += 1
        if (
            text[at] in _SPACES
        ):  # looking first: servers rarely write spaces, and two matches cost as much as an image
            at = _skip(text, at)


def _skip(text: str, at: int) -> int:
    found = _space(text, at)
    return found.end() if found is not None else at


def _past(text: str, char: str, at: int) -> int:
    """Past one character and the space after it."""
    if text[at] != char:
        raise _Unexpected
    return _skip(text, at + 1)
