"""A JSON reader that knows where it is: it refuses what is wrong and closes what was cut at the end.

`json.loads` reads what is whole (see repair.py); this reader is for the documents it refuses. It never
guesses: a leaf that may be incomplete is dropped, an error before the end is an error.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from attrs import Factory, define, frozen

from ..spec.openapi import join
from . import json_tokens as tokens
from .json_tokens import PRINTED, Fault, found, number, same

DEPTH: Final = 200
"""Nesting beyond this is refused, so that the later stages may walk a document by recursion."""

TOO_DEEP: Final = f"nested deeper than {DEPTH} levels; is this really an API description?"

_LITERALS: Final[dict[str, Any]] = {"true": True, "false": False, "null": None}

_Step: TypeAlias = "Callable[[], _Step | None]"


@frozen
class Cut:
    """Where the text ended too early.

    `pointer` is the leaf that was dropped: the innermost open container, and the key or index below it
    where that is known (after a half key it is not). `offset` is where the dropped text starts, `end` is
    where the text ends.
    """

    pointer: str
    offset: int
    end: int
    what: str


@frozen
class Dropped:
    """A complete leaf that has no value Python and JSON can share: a number beyond a double."""

    pointer: str
    offset: int
    what: str


@frozen
class Repeated:
    """A key that stands twice in one object with equal values."""

    pointer: str
    first: int
    second: int


@define
class Reading:
    """What a text held: the data, and everything about it that a strict reader would not have accepted."""

    data: Any = None
    cut: Cut | None = None
    dropped: list[Dropped] = Factory(list)
    repeated: list[Repeated] = Factory(list)


def read(text: str) -> Reading:
    """Read one JSON value, closing what was cut at the end.

    A container that was cut open before anything in it was complete is dropped too: an empty object or
    list would say something (`"enum": []` allows nothing, `"security": []` asks for no key) that the
    document does not. Raises Fault for anything wrong before the end.
    """
    return _Scanner(text).run()


@define
class _Frame:
    container: dict[str, Any] | list[Any]
    name: str | int
    key: str | None = None
    at: int = 0
    places: dict[str, int] = Factory(dict)


class _End(Exception):
    """The text ended here; `named` says whether the key or index of what was dropped is known."""

    def __init__(self, offset: int, what: str, named: bool) -> None:
        super().__init__(what)
        self.offset = offset
        self.what = what
        self.named = named


class _Scanner:
    """A loop over steps with a stack of its own, so that depth in the text is never depth in Python."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.stack: list[_Frame] = []
        self.reading = Reading()

    def run(self) -> Reading:
        step: _Step | None = self._value
        try:
            while step is not None:
                self.at = tokens.skip(self.text, self.at)
                step = step()
        except _End as end:
            self._close(end)
        return self.reading

    # Steps: each is called with `at` on the next character that is not a space, and returns what must follow.

    def _value(self) -> _Step | None:
        start, char = self.at, self.text[self.at : self.at + 1]
        if char == '"':
            return self._put(self._string("in a string"))
        if char == "{" or char == "[":
            return self._enter({} if char == "{" else [])
        if char == "-" or "0" <= char <= "9":
            return self._number()
        if not char:
            raise _End(start, "before a value", named=isinstance(self._container(), dict))
        word = tokens.WORD.match(self.text, start)
        if word is None:
            raise self._unexpected("a value")
        self.at = word.end()
        if word.group() in _LITERALS:
            return self._put(_LITERALS[word.group()])
        if self.at == len(self.text) and any(literal.startswith(word.group()) for literal in _LITERALS):
            raise _End(start, "in a literal", named=True)
        self.at = start
        raise self._unexpected("a value")

    def _number(self) -> _Step | None:
        start = self.at
        if tokens.OPEN_NUMBER.match(self.text, start):
            raise _End(start, "in a number, or right after one that may have gone on", named=True)
        token = tokens.NUMBER_LIKE.match(self.text, start)
        digits = token.group() if token else ""
        if not tokens.NUMBER.fullmatch(digits):
            raise Fault(start, f"`{digits[:PRINTED]}` is not a JSON number")
        self.at = start + len(digits)
        value = number(digits)
        if value is None:
            self.reading.dropped.append(Dropped(self._pointer(True), start, digits[:PRINTED]))
        return self._put(value, keep=value is not None)

    def _first_key(self) -> _Step | None:
        return self._leave() if self.text.startswith("}", self.at) else self._key()

    def _first_item(self) -> _Step | None:
        return self._leave() if self.text.startswith("]", self.at) else self._value()

    def _key(self) -> _Step | None:
        if self.at == len(self.text):
            raise _End(self.at, "before a key", named=False)
        if self.text[self.at] != '"':
            raise self._unexpected("a key in double quotes")
        frame, start = self.stack[-1], self.at
        frame.key = self._string("in a key")
        frame.at = start
        frame.places.setdefault(frame.key, start)
        return self._colon

    def _item(self) -> _Step | None:
        if self.text.startswith("]", self.at):
            raise self._unexpected("another item after the comma")
        return self._value()

    def _colon(self) -> _Step | None:
        if self.at == len(self.text):
            raise _End(self.at, "after a key", named=True)
        if self.text[self.at] != ":":
            raise self._unexpected("`:` after the key")
        self.at += 1
        return self._value

    def _after(self) -> _Step | None:
        """What follows a value inside a container."""
        inside = isinstance(self._container(), dict)
        char = self.text[self.at : self.at + 1]
        if char == ",":
            self.at += 1
            return self._key if inside else self._item
        if char == ("}" if inside else "]"):
            return self._leave()
        if not char:
            raise _End(self.at, "between two members", named=False)
        raise self._unexpected("`,` or `}`" if inside else "`,` or `]`")

    def _finish(self) -> _Step | None:
        if self.at < len(self.text):
            after = found(self.text, self.at)
            raise Fault(
                self.at,
                f"the document has ended here, but {after} follows; is there a brace too many?",
            )
        return None

    # What the steps share.

    def _container(self) -> Any:
        return self.stack[-1].container if self.stack else None

    def _enter(self, container: dict[str, Any] | list[Any]) -> _Step:
        if len(self.stack) >= DEPTH:
            raise Fault(self.at, TOO_DEEP)
        self.stack.append(_Frame(container, self._name()))
        self.at += 1
        return self._first_key if isinstance(container, dict) else self._first_item

    def _leave(self) -> _Step:
        frame = self.stack.pop()
        self.at += 1
        return self._put(frame.container)

    def _put(self, value: Any, keep: bool = True) -> _Step:
        """Hang a complete value into the container that is open."""
        if not self.stack:
            self.reading.data = value
            return self._finish
        frame = self.stack[-1]
        if isinstance(frame.container, list):
            if keep:
                frame.container.append(value)
            return self._after
        key = frame.key or ""
        if key in frame.container:
            self._repeat(frame, key, frame.container[key], value)
        elif keep:
            frame.container[key] = value
        return self._after

    def _repeat(self, frame: _Frame, key: str, kept: Any, value: Any) -> None:
        first = frame.places[key]
        if not same(kept, value):
            place = self._pointer(False) or "the root"
            message = f'"{key[:PRINTED]}" stands twice in {place} with different values; delete one of them'
            raise Fault(frame.at, message, first)
        self.reading.repeated.append(Repeated(self._pointer(True), first, frame.at))

    def _string(self, what: str) -> str:
        """The string at `at`, and `at` moved behind it."""
        start = self.at
        match = tokens.STRING.match(self.text, start)
        if match is None:
            opened = tokens.OPEN_STRING.match(self.text, start)
            if opened is None:
                control = tokens.CONTROL.search(self.text, start)
                raise Fault(control.start() if control else start, "a raw control character in a string")
            tokens.check_escapes(opened.group(), start)
            raise _End(start, what, named=what == "in a string")
        token = match.group()
        self.at = match.end()
        if "\\" not in token:
            return token[1:-1]
        tokens.check_escapes(token, start)
        return str(json.loads(token))

    def _name(self) -> str | int:
        if not self.stack:
            return ""
        frame = self.stack[-1]
        return len(frame.container) if isinstance(frame.container, list) else frame.key or ""

    def _pointer(self, named: bool) -> str:
        """The open container; with the key or index that is being read below it, where `named`."""
        names = [frame.name for frame in self.stack[1:]]
        return join("", *names, *([self._name()] if named and self.stack else []))

    def _close(self, end: _End) -> None:
        """Close what is open, innermost first; a container with nothing complete in it goes."""
        self.reading.cut = Cut(self._pointer(end.named), end.offset, len(self.text), end.what)
        while self.stack:
            frame = self.stack.pop()
            if not self.stack:
                self.reading.data = frame.container
            elif frame.container and isinstance(parent := self.stack[-1].container, list):
                parent.append(frame.container)
            elif frame.container and isinstance(parent, dict):
                parent.setdefault(str(frame.name), frame.container)

    def _unexpected(self, wanted: str) -> Fault:
        return Fault(self.at, f"expected {wanted}, found {found(self.text, self.at)}")
