"""The lines of a reference page, each with the one kind that its text and its neighbours give it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from functools import partial
from typing import Final

from attrs import frozen

from .types import Type, parse_type

VERBS: Final = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "QUERY")

_OPERATION: Final = re.compile(rf"({'|'.join(VERBS)})\s?(/\S*)")
_OPERATIONS: Final = re.compile(rf"^(?:{'|'.join(VERBS)})\s?/\S*[ \t]*\r?$", re.MULTILINE)
_SECTION: Final = "Expand Collapse"
_DECLARATION: Final = re.compile(r'([^\s:{}"=]+): (optional )?(.+)')
_NAMED: Final = re.compile(r"([A-Z]\w*)(?: (?=(?:object )?\{)| = )(.+)")
_PRECOLLECT: Final = re.compile(r"([A-Z]\w*)(?: object \{| \{| = ).*")
_NUMERIC: Final = (
    "exclusiveMinimum", "exclusiveMaximum", "minimum", "maximum", "multipleOf", "minLength", "maxLength",
    "minItems", "maxItems", "minProperties", "maxProperties",
)  # fmt: skip
_CONSTRAINT: Final = re.compile(
    rf"({'|'.join(_NUMERIC)})(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)?|(uniqueItems)(true|false)?"
)
_WORDY: Final = re.compile(r"(default|format|pattern)(\S.*)")
_LITERAL: Final = re.compile(r'"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false')
_BULLET: Final = re.compile(r"\s+\S.*")


class Kind(Enum):
    OPERATION = auto()
    TITLE = auto()
    SECTION = auto()
    DECLARATION = auto()
    NAMED = auto()
    ONE_OF = auto()
    CONSTRAINT = auto()
    LITERAL = auto()
    BULLET = auto()
    TEXT = auto()


@frozen
class Line:
    """A line that is not blank. `name` and `text` are the two halves of what its kind splits it into."""

    number: int
    kind: Kind
    text: str
    name: str = ""
    optional: bool = False
    type: Type | None = None
    after_blank: bool = False
    before_blank: bool = False
    gap: int = 0
    """The blank lines above it."""


def read_lines(text: str, first: int = 1) -> tuple[list[Line], int]:
    """The lines of a page that are not blank, and how many are; `first` is the number of the first one."""
    raw = _raw(text)
    found = list(_lines(raw, first))
    return found, len(raw) - len(found)


def kinds_in_turn(text: str) -> Iterator[Kind]:
    """The kinds of the lines, read as far as they are asked for."""
    return (line.kind for line in _lines(_raw(text), 1))


def _raw(text: str) -> list[str]:
    return [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff").split("\n")]


def _lines(raw: list[str], first: int) -> Iterator[Line]:
    declared = frozenset(match[1] for line in raw if (match := _PRECOLLECT.fullmatch(line)))
    gap = 0
    for index, line in enumerate(raw):
        if not line:
            gap += 1
            continue
        below = raw[index + 1] if index + 1 < len(raw) else ""
        yield _line(first + index, line, gap, below, declared)
        gap = 0


def _line(number: int, text: str, gap: int, below: str, declared: frozenset[str]) -> Line:
    line = partial(Line, number, after_blank=gap > 0, before_blank=not below, gap=gap)
    if operation := _OPERATION.fullmatch(text):
        return line(Kind.OPERATION, operation[2], operation[1].lower())
    if text == "One of the following:":
        return line(Kind.ONE_OF, text)
    if _OPERATION.fullmatch(below):
        return line(Kind.TITLE, text)
    if text.endswith(_SECTION):
        return line(Kind.SECTION, text.removesuffix(_SECTION).strip())
    if (declaration := _DECLARATION.fullmatch(text)) and (found := parse_type(declaration[3], declared)):
        return line(Kind.DECLARATION, text, declaration[1], bool(declaration[2]), found)
    if (named := _NAMED.fullmatch(text)) and (found := parse_type(named[2], declared)):
        return line(Kind.NAMED, text, named[1], type=found)
    if constraint := _CONSTRAINT.fullmatch(text):
        keyword, value = (constraint[1], constraint[2]) if constraint[1] else (constraint[3], constraint[4])
        return line(Kind.CONSTRAINT, value or "", keyword)
    if (below or not gap) and (wordy := _WORDY.fullmatch(text)):
        # Prose has a blank line on both sides, so `defaults to 3` cannot be taken for a default.
        return line(Kind.CONSTRAINT, wordy[2], wordy[1])
    if _LITERAL.fullmatch(text):
        return line(Kind.LITERAL, text)
    return line(Kind.BULLET if _BULLET.fullmatch(text) else Kind.TEXT, text)


def has_operations(text: str) -> bool:
    """Whether any line names an operation: quick, since most pages that are asked have none."""
    return _OPERATIONS.search(text) is not None


def could_declare(text: str) -> bool:
    """Whether a line that reads as prose would be a declaration if the names in it were declared."""
    match = _DECLARATION.fullmatch(text)
    return bool(match) and parse_type(match[3], _Anything()) is not None if match else False


class _Anything(frozenset[str]):
    def __contains__(self, item: object) -> bool:
        return True
