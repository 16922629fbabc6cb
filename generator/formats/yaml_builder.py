"""Data from the events of a YAML parser, PyYAML's or ruamel.yaml's, in one pass and without recursion."""

from __future__ import annotations

from typing import Any, Final

import yaml  # type: ignore[import-untyped]
from attrs import Factory, define, frozen
from ruamel.yaml import events as ruamel

from ..spec.openapi import join
from .json_tokens import PRINTED, same
from .scanner import DEPTH, TOO_DEEP
from .yaml_scalars import UNHOLDABLE, UnknownTag, scalar, whole_text

ALIAS_LIMIT: Final = 500_000
"""Nodes that aliases may add to a document; a few hundred bytes of nested aliases can ask for billions."""

_MERGE: Final = object()

_SCALAR: Final = (yaml.ScalarEvent, ruamel.ScalarEvent)
_MAPPING: Final = (yaml.MappingStartEvent, ruamel.MappingStartEvent)
_START: Final = (*_MAPPING, yaml.SequenceStartEvent, ruamel.SequenceStartEvent)
_END: Final = (yaml.MappingEndEvent, yaml.SequenceEndEvent, ruamel.MappingEndEvent, ruamel.SequenceEndEvent)
_ALIAS: Final = (yaml.AliasEvent, ruamel.AliasEvent)
_DOCUMENT: Final = (yaml.DocumentStartEvent, ruamel.DocumentStartEvent)


@frozen
class Mark:
    """A place in the text: line and column from 1, and the offset."""

    line: int
    column: int
    offset: int


class BadYaml(Exception):
    """The text cannot be read; `other` is a second place that the message is about."""

    def __init__(self, message: str, mark: Mark | None, other: Mark | None = None, syntax: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.mark = mark
        self.other = other
        self.syntax = syntax


@define
class _Frame:
    container: dict[str, Any] | list[Any]
    parent: _Frame | None
    name: Any
    anchor: str | None
    flow: bool
    before: int
    key: Any = None
    height: int = 1
    places: dict[str | int, Mark] = Factory(dict)
    start: Mark | None = None
    merged: list[dict[str, Any]] = Factory(list)

    def pointer(self, *below: str | int) -> str:
        names: list[Any] = list(below)
        frame: _Frame | None = self
        while frame is not None and frame.parent is not None:
            names.insert(0, "<<" if frame.name is _MERGE else frame.name)
            frame = frame.parent
        return join("", *names)


@frozen
class _Anchored:
    value: Any
    size: int
    height: int


class Builder:
    """Feed it the events of one document; `data` is the result.

    With `marked`, `marks` has the start of each mapping and list, and where its keys or scalars stand, by its id.
    """

    def __init__(self, marked: bool = False) -> None:
        self.data: Any = None
        self.marks: dict[int, tuple[Mark, dict[str | int, Mark]]] = {}
        self.dropped: list[tuple[str, Mark, str]] = []
        self.repeated: list[tuple[str, Mark, Mark]] = []
        self.mark: Mark | None = None
        self._frame: _Frame | None = None
        self._depth = 0
        self._nodes = 0
        self._aliased = 0
        self._document: Mark | None = None
        self._anchors: dict[str, _Anchored | None] = {}
        self._last: tuple[_Frame, Any, bool, bool] | None = None
        self._marked = marked

    def add(self, event: Any) -> None:
        """Take the next event. Raises BadYaml."""
        start = event.start_mark
        self.mark = Mark(start.line + 1, start.column + 1, start.index) if start is not None else self.mark
        if isinstance(event, _SCALAR):
            self._scalar(event)
        elif isinstance(event, _START):
            self._enter(event)
        elif isinstance(event, _END):
            self._leave()
        elif isinstance(event, _ALIAS):
            self._alias(event)
        elif isinstance(event, _DOCUMENT):
            if self._document is not None:
                message = "a second YAML document starts here; give each a page of its own"
                raise self._bad(message, self._document)
            self._document = self.mark

    def drop_last(self, only_empty: bool) -> str:
        """Take away the last leaf where its end cannot be trusted; the pointer of what was cut.

        With `only_empty`, the text has lost its broken line already, and only a key that is left without
        a value goes.
        """
        if self._last is None:
            return ""
        frame, key, closed, empty = self._last
        if closed or (only_empty and not empty):
            return frame.pointer()
        pointer = frame.pointer(key)
        current: _Frame | None = frame
        while current is not None:
            if isinstance(current.container, list):
                del current.container[-1:]
            else:
                current.container.pop(key, None)
            if current.container:
                break
            key, current = current.name, current.parent
        return pointer

    def _scalar(self, event: Any) -> None:
        frame = self._frame
        plain = not event.style and bool(event.implicit[0])
        if frame is not None and isinstance(frame.container, dict) and frame.key is None:
            self._key(frame, event.value, plain)
            return
        try:
            value = scalar(event.value, plain, event.tag)
        except UnknownTag as tag:
            raise self._bad(f"the tag {tag} has no meaning in an API description; delete it") from None
        self._anchor(event.anchor, value, 1, 0)
        if frame is not None:
            key = len(frame.container) if isinstance(frame.container, list) else frame.key
            self._last = (frame, key, event.style in ("'", '"'), plain and event.value == "")
        self._put(value, 0, event.value)

    def _key(self, frame: _Frame, text: str, plain: bool) -> None:
        assert self.mark is not None
        frame.key = _MERGE if plain and text == "<<" else whole_text(text)
        if frame.key is not _MERGE:
            frame.places.setdefault(frame.key, self.mark)

    def _enter(self, event: Any) -> None:
        frame = self._frame
        if frame is not None and isinstance(frame.container, dict) and frame.key is None:
            raise self._bad("a key that is a list or a mapping; keys must be text")
        if event.tag not in (None, "!", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"):
            raise self._bad(f"the tag {event.tag} has no meaning in an API description; delete it")
        if self._depth >= DEPTH:
            raise self._bad(TOO_DEEP)
        container: dict[str, Any] | list[Any] = {} if isinstance(event, _MAPPING) else []
        name = frame and (len(frame.container) if isinstance(frame.container, list) else frame.key)
        self._anchors.update({event.anchor: None} if event.anchor else {})
        self._frame = _Frame(container, frame, name, event.anchor, bool(event.flow_style), self._nodes)
        self._frame.start = self.mark
        self._depth += 1

    def _leave(self) -> None:
        frame = self._frame
        assert frame is not None
        for merged in frame.merged:
            if isinstance(frame.container, dict):
                frame.container.update({k: v for k, v in merged.items() if k not in frame.container})
        if self._marked and frame.start is not None:
            self.marks[id(frame.container)] = (frame.start, frame.places)
        self._frame = frame.parent
        self._depth -= 1
        self._anchor(frame.anchor, frame.container, self._nodes - frame.before + 1, frame.height)
        if frame.flow and frame.parent is not None:
            self._last = (frame.parent, None, True, False)
        self._put(frame.container, frame.height, "")

    def _alias(self, event: Any) -> None:
        anchored = self._anchors.get(event.anchor)
        if anchored is None:
            inside = event.anchor in self._anchors
            what = "contains itself" if inside else "has no anchor before it"
            raise self._bad(f"the alias *{event.anchor} {what}")
        self._aliased += anchored.size
        if self._aliased > ALIAS_LIMIT:
            raise self._bad(f"the aliases stand for more than {ALIAS_LIMIT:,} nodes; write them out")
        if self._depth + anchored.height > DEPTH:
            raise self._bad(TOO_DEEP)
        self._nodes += anchored.size - 1
        frame = self._frame
        if frame is not None and isinstance(frame.container, dict) and frame.key is None:
            if not isinstance(anchored.value, str):
                raise self._bad(f"the alias *{event.anchor} is used as a key but is not text")
            self._key(frame, anchored.value, plain=False)
            return
        if frame is not None:
            self._last = (frame, None, True, False)
        # what has a mark keeps its identity; it is read and never written
        self._put(anchored.value if self._marked else _copy(anchored.value), anchored.height, "")

    def _anchor(self, name: str | None, value: Any, size: int, height: int) -> None:
        if name:
            self._anchors[name] = _Anchored(value, size, height)

    def _put(self, value: Any, height: int, text: str) -> None:
        assert self.mark is not None
        self._nodes += 1
        frame = self._frame
        if frame is None:
            self.data = value
            return
        frame.height = max(frame.height, height + 1)
        key, frame.key = frame.key, None
        if key is _MERGE:
            self._merge(frame, value)
            return
        name = len(frame.container) if isinstance(frame.container, list) else key
        if value is UNHOLDABLE:
            self.dropped.append((frame.pointer(name), self.mark, text[:PRINTED]))
        elif isinstance(frame.container, list):
            if self._marked and text:
                frame.places[len(frame.container)] = self.mark
            frame.container.append(value)
        elif key not in frame.container:
            frame.container[key] = value
        elif same(frame.container[key], value):
            self.repeated.append((frame.pointer(key), frame.places[key], self.mark))
        else:
            where = frame.pointer() or "the root"
            message = f'"{key[:PRINTED]}" stands twice in {where} with different values; delete one of them'
            raise self._bad(message, frame.places[key])

    def _merge(self, frame: _Frame, value: Any) -> None:
        """Take in `<<: *base`; the mapping's own keys win, then the first of several bases."""
        bases = value if isinstance(value, list) else [value]
        if not all(isinstance(base, dict) for base in bases):
            raise self._bad("`<<` merges mappings, and this is not one")
        frame.merged.extend(bases)

    def _bad(self, message: str, other: Mark | None = None) -> BadYaml:
        return BadYaml(message, self.mark, other)


def _copy(value: Any) -> Any:
    """A value of its own for each alias, since a writer would turn shared ones into anchors again."""
    if isinstance(value, dict):
        return {key: _copy(child) for key, child in value.items()}
    return [_copy(child) for child in value] if isinstance(value, list) else value
