"""The tokens of JSON: what they look like, what they are worth, and how to name one that is wrong."""

from __future__ import annotations

import re
import sys
from typing import Any, Final

SPACE: Final = re.compile(r"[ \t\r\n]*+")
STRING: Final = re.compile(r'"[^"\\\x00-\x1f]*+(?:\\.[^"\\\x00-\x1f]*+)*+"', re.DOTALL)
OPEN_STRING: Final = re.compile(r'"[^"\\\x00-\x1f]*+(?:\\.[^"\\\x00-\x1f]*+)*+\\?\Z', re.DOTALL)
ESCAPE: Final = re.compile(r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}|(?:u[0-9a-fA-F]{0,3})?\Z|(?P<bad>))')
NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+")
OPEN_NUMBER: Final = re.compile(r"-?(?:(?:0|[1-9][0-9]*+)(?:\.[0-9]*+)?+(?:[eE][+-]?[0-9]*+)?+)?\Z")
NUMBER_LIKE: Final = re.compile(r"[-+.0-9][-+.\w]*+")
WORD: Final = re.compile(r"[^\W\d][\w$]*+")
CONTROL: Final = re.compile(r"[\x00-\x1f]")
PRINTED: Final = 40
_NAMED: Final = (("//", "a comment"), ("/*", "a comment"), ("#", "a comment"), ("'", "a single quote"))


class Fault(Exception):
    """The text is not JSON at `offset`. `other` is a second place that the message is about."""

    def __init__(self, offset: int, message: str, other: int | None = None) -> None:
        super().__init__(message)
        self.offset = offset
        self.message = message
        self.other = other


def same(left: Any, right: Any) -> bool:
    """Equal as JSON: `1` and `1.0` are, `1` and `true` are not. For data below the depth limit."""
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(value, right[key]) for key, value in left.items())
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    return isinstance(left, bool) == isinstance(right, bool) and bool(left == right)


def finite(number: float) -> bool:
    """Whether a JSON number can be held by a double, as every reader of the spec will try to."""
    return abs(number) <= sys.float_info.max


def number(digits: str) -> int | float | None:
    """The value of a JSON number, or None for one beyond the range of a double (`1e999999`, 5,000 digits)."""
    if any(char in ".eE" for char in digits):
        real = float(digits)
        return real if finite(real) else None
    # int() refuses more than 4,300 digits with a ValueError; a double ends at 309.
    if len(digits) > 310 or not finite(whole := int(digits)):
        return None
    return whole


def found(text: str, at: int) -> str:
    """What stands at an offset, said so that a person can look for it."""
    if at >= len(text):
        return "the end of the text"
    for start, name in (
        ("//", "a comment"),
        ("/*", "a comment"),
        ("#", "a comment"),
        ("'", "a single quote"),
    ):
        if text.startswith(start, at):
            return f"{name} (`{start}`)"
    token = WORD.match(text, at) or NUMBER_LIKE.match(text, at)
    if token:
        return f"`{token.group()[:PRINTED]}`"
    char = text[at]
    return f"`{char}`" if char.isprintable() else f"the character U+{ord(char):04X}"


def skip(text: str, at: int) -> int:
    match = SPACE.match(text, at)
    return match.end() if match else at


def check_escapes(token: str, start: int) -> None:
    for escape in ESCAPE.finditer(token):
        if escape["bad"] is not None:
            sequence = token[escape.start() : escape.start() + 2]
            raise Fault(start + escape.start(), f"`{sequence}` is not an escape that JSON knows")
