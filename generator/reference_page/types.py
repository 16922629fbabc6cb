"""The TYPE grammar of a reference page: what stands after `name:` or `Name =`.

    TYPE    := OPTION (" or " OPTION)* [" or " N " more"]
    OPTION  := SCALAR | LITERAL | "array of " TYPE | "map[" TYPE "]" | [Name] "{" NAMES "}" | Name
    NAMES   := [name (", " name)* [", " N " more"]]

A line is a declaration only if the whole of it parses: prose such as `Note: legacy parameter` stands
between the declarations. A bare `Name` is a type only where the page declares that name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final, TypeAlias

from attrs import frozen

Literal: TypeAlias = "str | int | float | bool"

SCALARS: Final = ("string", "number", "integer", "boolean", "unknown", "file", "null")


@frozen
class Scalar:
    name: str


@frozen
class Literals:
    """A choice of constants: the first ones in full, and how many more the list below names."""

    values: tuple[Literal, ...]
    more: int = 0

    @property
    def count(self) -> int:
        return len(self.values) + self.more


@frozen
class Array:
    """`array of T`. `loose_null`: `or null` follows, of the array or of its items: the page does not say."""

    item: Type
    loose_null: bool = False


@frozen
class Map:
    value: Type


@frozen
class Members:
    """`object { a, b, 35 more }`, or `Name { ... }` for a type that has a name of its own."""

    names: tuple[str, ...]
    more: int = 0
    title: str | None = None

    @property
    def count(self) -> int:
        return len(self.names) + self.more


@frozen
class Named:
    name: str


@frozen
class Union:
    options: tuple[Type, ...]
    more: int = 0

    @property
    def count(self) -> int:
        return len(self.options) + self.more


@frozen
class Choice:
    """A header that two types print alike: `array of A or B`. The list below it tells which."""

    readings: tuple[Type, ...]


Type: TypeAlias = Scalar | Literals | Array | Map | Members | Named | Union | Choice

_TOKEN: Final = re.compile(
    r'\s*(?:(?P<text>"(?:[^"\\]|\\.)*")|(?P<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?=[\s\]]|$)'
    r"|(?P<names>(?:object|[A-Z]\w*)?\s*\{[^{}]*\})|(?P<word>[A-Za-z_]\w*)|(?P<mark>[\[\]]))"
)
_MORE: Final = re.compile(r"(\d+) more")
_DEEPEST: Final = 40
"""Levels of `array of` and `map[` in one line; no page comes near, and a hostile line must not recurse."""


class _Unparsed(Exception):
    pass


def parse_type(text: str, declared: Collection[str] = frozenset()) -> Type | None:
    """The type that the whole of `text` is, or None. `declared` are the names that may stand bare."""
    found = _parse(text)
    return found if found is not None and all(name in declared for name in bare_names(found)) else None


@lru_cache(maxsize=4096)
def _parse(text: str) -> Type | None:
    try:
        tokens = _tokens(text)
        found, rest = _union(tokens, 0, 0)
    except _Unparsed:
        return None
    return found if rest == len(tokens) else None


def _tokens(text: str) -> list[tuple[str, str]]:
    tokens, at, text = [], 0, text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            raise _Unparsed
        tokens.append((match.lastgroup, match[match.lastgroup]))
        at = match.end()
    return tokens


def _is(tokens: list[tuple[str, str]], at: int, *texts: str) -> bool:
    return [text for _, text in tokens[at : at + len(texts)]] == list(texts)


def _union(tokens: list[tuple[str, str]], at: int, depth: int) -> tuple[Type, int]:
    """One or more options joined by `or`; `array of` takes what follows it, or only the next one."""
    if depth > _DEEPEST:
        raise _Unparsed
    options: list[Type] = []
    more = 0
    while True:
        if options and _is(tokens, at + 1, "more") and tokens[at][0] == "number" and tokens[at][1].isdigit():
            more, at = int(tokens[at][1]), at + 2
            break
        option, at = _option(tokens, at, depth)
        options.append(option)
        if not _is(tokens, at, "or"):
            break
        at += 1
    return _together(options, more), at


def _option(tokens: list[tuple[str, str]], at: int, depth: int) -> tuple[Type, int]:
    if at >= len(tokens):
        raise _Unparsed
    kind, text = tokens[at]
    if kind == "text":
        return Literals((_string(text),)), at + 1
    if kind == "number" or text in ("true", "false"):
        return Literals((json.loads(text),)), at + 1
    if kind == "names":
        return _members(text), at + 1
    if _is(tokens, at, "array", "of"):
        item, rest = _option(tokens, at + 2, depth + 1) if depth < _DEEPEST else _too_deep()
        return Array(item), rest
    if _is(tokens, at, "map", "["):
        value, rest = _union(tokens, at + 2, depth + 1)
        if not _is(tokens, rest, "]"):
            raise _Unparsed
        return Map(value), rest + 1
    if kind == "word" and text in SCALARS:
        return Scalar(text), at + 1
    if kind == "word" and text[0].isupper():
        return Named(text), at + 1
    raise _Unparsed


def _too_deep() -> tuple[Type, int]:
    raise _Unparsed


def _string(text: str) -> str:
    try:
        return str(json.loads(text))
    except ValueError:
        return text[1:-1]


def _members(text: str) -> Members:
    head, _, body = text.partition("{")
    title = head.strip()
    names = [name.strip() for name in body[:-1].split(",")] if body[:-1].strip() else []
    more = _MORE.fullmatch(names[-1]) if names else None
    shown = tuple(names[:-1] if more else names)
    if any(not name for name in shown) or (more and not shown):
        raise _Unparsed
    return Members(shown, int(more[1]) if more else 0, title if title not in ("", "object") else None)


def _together(options: list[Type], more: int) -> Type:
    """The type of a row of options.

    `array of "a" or "b"` is an array of the choice on every page (its list names both). With other
    options the header alone does not say where the array ends, so both readings are kept.
    """
    if options[-1] == Scalar("null") and len(options) > 1 and not more:
        return _with_null(_together(options[:-1], 0), options)
    flat = _flat(options, more)
    arrays = [index for index, option in enumerate(options) if isinstance(option, Array)]
    if not arrays or (arrays[0] == len(options) - 1 and not more):
        return flat
    first, rest = arrays[0], options[arrays[0] + 1 :]
    readings = tuple(_flat([*options[:first], item], 0) for item in _endings(options[first], rest, more))
    return readings[-1] if all(isinstance(option, Literals) for option in rest) else Choice((flat, *readings))


def _endings(array: Type, rest: list[Type], more: int) -> list[Type]:
    """What `array of array of A` may be when options follow: each level may hold them, outermost first."""
    found: list[Type] = []
    wrapped, item = 0, array
    while isinstance(item, Array):
        item, wrapped = item.item, wrapped + 1
        inner: Type = _flat([item, *rest], more)
        for _ in range(wrapped):
            inner = Array(inner)
        found.append(inner)
    return found


def _with_null(rest: Type, options: list[Type]) -> Type:
    """`rest or null`: of the whole, except that after an array it may as well be of its items."""
    match rest:
        case Array(item):
            return Array(item, loose_null=True)
        case Choice(readings):
            return Choice(tuple(_with_null(reading, options) for reading in readings))
        case Union(inner, more):
            return Union((*inner, Scalar("null")), more)
    return Union((rest, Scalar("null")))


def _flat(options: list[Type], more: int) -> Type:
    if len(options) == 1 and not more:
        return options[0]
    if all(isinstance(option, Literals) for option in options):
        return Literals(tuple(value for o in options if isinstance(o, Literals) for value in o.values), more)
    return Union(tuple(options), more)


def parts(found: Type) -> tuple[Type, ...]:
    """The types directly inside one type."""
    match found:
        case Array(item):
            return (item,)
        case Map(value):
            return (value,)
        case Union(options) | Choice(options):
            return options
    return ()


def inside(found: Type) -> list[Type]:
    """A type and all types within it; both readings where two are open."""
    every, rest = [], [found]
    while rest:
        every.append(rest.pop())
        rest.extend(reversed(parts(every[-1])))
    return every


def bare_names(found: Type) -> set[str]:
    return {part.name for part in inside(found) if isinstance(part, Named)}


def without_null(found: Type) -> tuple[Type, bool]:
    """The type less its `or null`, and whether that stood there."""
    if isinstance(found, Union) and Scalar("null") in found.options:
        rest = [option for option in found.options if option != Scalar("null")]
        if rest:
            return _flat(rest, found.more), True
    return found, False


def core(found: Type) -> Type:
    """A type less its arrays, maps and nulls: what the list or the members below a header belong to."""
    while True:
        found, _ = without_null(found)
        match found:
            case Array(item):
                found = item
            case Map(value):
                found = value
            case _:
                return found
