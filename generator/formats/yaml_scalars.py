"""What a YAML scalar is worth: the core schema of YAML 1.2, in JSON's data model."""

from __future__ import annotations

import re
from typing import Any, Final

from .json_tokens import finite, number

UNHOLDABLE: Final = object()
"""The value of a number that JSON cannot write: an infinity, `.nan`, or one beyond a double."""

_TAG: Final = "tag:yaml.org,2002:"
_WORDS: Final[dict[str, Any]] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INTEGER: Final = re.compile(r"[-+]?[0-9]+")
_FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_BASED: Final = re.compile(r"0o(?P<octal>[0-7]+)|0x(?P<hex>[0-9a-fA-F]+)")
_NOT_FINITE: Final = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_TYPES: Final[dict[str, tuple[type, ...]]] = {
    "null": (type(None),), "bool": (bool,), "int": (int,), "float": (int, float),
}  # fmt: skip


class UnknownTag(Exception):
    """A tag that asks for something JSON does not have, or that its value does not fit."""


def scalar(text: str, plain: bool, tag: str | None) -> Any:
    """The value of a scalar.

    `NO`, `on` and `2020-01-01` stay text, as YAML 1.2 has it: country codes and dates in examples must not
    turn into booleans and objects. Raises UnknownTag.
    """
    if tag is None:
        return _resolve(text) if plain else whole_text(text)
    kind = tag.removeprefix(_TAG)
    if tag == "!" or (tag.startswith(_TAG) and kind in ("str", "binary", "timestamp")):
        return whole_text(text)
    value = _resolve(text)
    if not tag.startswith(_TAG) or kind not in _TYPES:
        raise UnknownTag(tag)
    if value is not UNHOLDABLE and (type(value) not in _TYPES[kind]):
        raise UnknownTag(tag)
    return value


def whole_text(text: str) -> str:
    r"""Text that UTF-8 can carry: `"\ud83d\ude00"` is one character, half a pair becomes U+FFFD."""
    if text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _resolve(text: str) -> Any:
    if text in _WORDS:
        return _WORDS[text]
    first = text[0]
    if first not in "+-.0123456789":
        return text
    if _INTEGER.fullmatch(text) or _FLOAT.fullmatch(text):
        value = number(text)
        return UNHOLDABLE if value is None else value
    if based := _BASED.fullmatch(text):
        if len(text) > 300:
            return UNHOLDABLE
        whole = int(based["octal"], 8) if based["octal"] else int(based["hex"], 16)
        return whole if finite(whole) else UNHOLDABLE
    return UNHOLDABLE if _NOT_FINITE.fullmatch(text) else text
