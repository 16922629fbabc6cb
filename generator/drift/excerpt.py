"""The part of a document that a change is about, as YAML lines of both sides put beside each other."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, Literal, TypeAlias

from attrs import frozen

from ..spec import openapi
from ..values import Change, Spec

Kind: TypeAlias = Literal["same", "changed", "none", "cut"]
_OF_OPERATIONS: Final = ("operationId", "deprecated", "tags", "security", "servers")
_WORDS_FOR_READERS: Final = ("description", "summary", "title", "example", "examples", "externalDocs")
_UPPER: Final = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains")
_LOWER: Final = tuple(word.replace("max", "min").replace("Max", "Min") for word in _UPPER)
_KEYWORDS_OF: Final = {
    "default-value": ("default",), "-pattern-": ("pattern",), "enum": ("enum", "const", "x-extensible-enum"),
    "nullable": ("nullable", "type", "enum", "anyOf", "oneOf"), "-max": _UPPER, "exclusive-max": _UPPER,
    "-min": _LOWER, "exclusive-min": _LOWER, "-type-": ("type", "format"), "list-of-types": ("type", "oneOf", "anyOf"),
    "operation-id": ("operationId",), "deprecated": ("deprecated", "x-sunset"), "reactivated": ("deprecated",),
    "-tag-": ("tags",), "security": ("security",),
}  # fmt: skip
_DEEP: Final = 3
_MOST: Final = 40
_AROUND: Final = 2
_LONGEST: Final = 160
_COMES: Final = re.compile("^new-|-added$|-added-|-narrowed$|^endpoint-added")
_GOES: Final = re.compile("-removed$|-removed-|-widened$")
_KEYWORD: Final = re.compile(
    "(value|pattern|const|mapping|discriminator|multiple-of|unique-items|dependent-required|types)-(added|removed|widened|narrowed)$"
)
"""Changes of a keyword: both pointers name the schema that has it, wherever that moved to."""
_PLAIN: Final = re.compile(r"[A-Za-z/$][\w /.$#{}-]*")
_WORDS: Final = {"true", "false", "null", "yes", "no", "on", "off", "~"}


@frozen
class Line:
    """One line of one side. `parts` are pieces of its text, each with whether it is what differs."""

    kind: Kind
    parts: tuple[tuple[str, bool], ...] = ()


@frozen
class Excerpt:
    """Both sides, line beside line; None for a side on which the thing is not."""

    old: tuple[Line, ...] | None
    new: tuple[Line, ...] | None


def excerpt(old: Spec, new: Spec, change: Change) -> Excerpt | None:
    """What stands at a change's places; None where both sides say the same there, so that there is nothing to see."""
    before = None if _came(change) else _node(old, change.old_pointer)
    after = None if _went(change) else _node(new, change.pointer)
    if before is None and after is None:
        return None
    if before is not None and after is not None:
        before, after = _focused(_telling(before[0]), _telling(after[0]), change.id)
    lines = [None if node is None else _lines(node[0]) for node in (before, after)]
    if lines[0] == lines[1]:
        return None
    if lines[0] is None or lines[1] is None:
        alone = [None if one is None else tuple(Line("changed", ((text, False),)) for text in one) for one in lines]
        return Excerpt(alone[0], alone[1])
    return Excerpt(*_beside(lines[0], lines[1]))


def _came(change: Change) -> bool:
    """Whether the old pointer only names what would hold the thing."""
    return _moved(change, change.old_pointer, change.pointer, _COMES)


def _went(change: Change) -> bool:
    return _moved(change, change.pointer, change.old_pointer, _GOES)


def _moved(change: Change, holder: str | None, thing: str | None, names: re.Pattern[str]) -> bool:
    if holder == thing or not names.search(change.id):
        return False
    return not _KEYWORD.search(change.id) or (thing or "").startswith(f"{holder}/")


def _node(spec: Spec, pointer: str | None) -> tuple[Any] | None:
    if not pointer:
        return None
    try:
        return (openapi.get(spec, pointer),)
    except KeyError:
        return None


def _focused(old: Any, new: Any, name: str) -> tuple[tuple[Any], tuple[Any]]:
    """Both schemas without the keywords that differ and are another change's: that one shows them."""
    own = next((keywords for part, keywords in _KEYWORDS_OF.items() if part in name), ())
    if isinstance(old, dict) and isinstance(new, dict) and any(old.get(word) != new.get(word) for word in own):
        others = {word for word in (*old, *new) if word not in own and old.get(word) != new.get(word)}
        old, new = ({word: child for word, child in node.items() if word not in others} for node in (old, new))
    return (old,), (new,)


def _telling(node: Any, above: str = "") -> Any:
    """What can differ on the wire: no words for readers, and of an operation what it says of itself alone."""
    if isinstance(node, list):
        return [_telling(child) for child in node]
    if not isinstance(node, dict):
        return node
    if not above and "responses" in node:
        return {name: child for name, child in node.items() if name in _OF_OPERATIONS or str(name).startswith("x-")}
    named = above in openapi.SCHEMA_MAPS
    return {name: _telling(child, "" if named else str(name)) for name, child in node.items() if named or name not in _WORDS_FOR_READERS}  # fmt: skip


def _lines(node: Any) -> list[str]:
    lines: list[str] = []
    for line in _block(node, 0):
        if len(lines) == _MOST:
            return [*lines, "..."]
        lines.append(line if len(line) <= _LONGEST else line[: _LONGEST - 3] + "...")
    return lines


def _block(node: Any, depth: int) -> Iterator[str]:
    """YAML in block style; what lies deep is only hinted at."""
    entries: Sequence[tuple[str, Any]]
    if isinstance(node, dict) and node:
        entries = [(f"{_scalar(str(name))}:", child) for name, child in node.items()]
    elif isinstance(node, list) and node:
        entries = [("-", child) for child in node]
    else:
        yield _scalar(node)
        return
    for head, child in entries:
        lead = "  " * depth + head
        if head == "-" and isinstance(child, dict) and child and depth + 1 < _DEEP:
            inner = list(_block(child, depth + 1))
            yield f"{lead} {inner[0].lstrip()}"
            yield from inner[1:]
        elif not isinstance(child, dict | list) or not child:
            yield f"{lead} {_scalar(child)}"
        elif isinstance(child, dict) and set(child) == {"$ref"}:
            yield f"{lead} {{$ref: {_scalar(child['$ref'])}}}"
        elif depth + 1 >= _DEEP:
            yield f"{lead} {'{...}' if isinstance(child, dict) else '[...]'}"
        else:
            yield lead
            yield from _block(child, depth + 1)


def _scalar(value: Any) -> str:
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    return json.dumps(value, ensure_ascii=False, default=str)


def _beside(old: list[str], new: list[str]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    sides: tuple[list[Line], list[Line]] = [], []
    for what, start, end, begin, stop in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            same = _shortened(old[start:end], first=start == 0, last=end == len(old))
            for side in sides:
                side.extend(same)
            continue
        pairs = max(end - start, stop - begin)
        before = [*old[start:end], *[None] * (pairs - end + start)]
        after = [*new[begin:stop], *[None] * (pairs - stop + begin)]
        for one, other in zip(before, after, strict=True):
            sides[0].append(_marked(one, other))
            sides[1].append(_marked(other, one))
    return tuple(sides[0]), tuple(sides[1])


def _shortened(lines: list[str], *, first: bool, last: bool) -> list[Line]:
    """Lines that are the same on both sides, as far as they are near to one that is not."""
    head, tail = 0 if first else _AROUND, 0 if last else _AROUND
    kept = [Line("same", ((text, False),)) for text in lines]
    if len(lines) <= head + tail + 1:
        return kept
    return [*kept[:head], Line("cut"), *(kept[-tail:] if tail else [])]


def _marked(line: str | None, other: str | None) -> Line:
    """A line with the words that its counterpart does not have."""
    if line is None:
        return Line("none")
    if other is None:
        return Line("changed", ((line, False),))
    head = _common(line, other)
    tail = _common(line[head:][::-1], other[head:][::-1])
    end = len(line) - tail
    parts = ((line[:head], False), (line[head:end], True), (line[end:], False))
    return Line("changed", tuple(part for part in parts if part[0]))


def _common(one: str, other: str) -> int:
    """How many characters both start with, back to the last whole word."""
    count = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    while 0 < count < max(len(one), len(other)) and one[count - 1].isalnum():
        count -= 1
    return count
