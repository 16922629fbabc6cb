"""The normalised document as YAML with a comment at each edited node, and the edits as JSON.

The emitter is our own. ruamel.yaml, which reads the result, needs minutes to write a document of 12 MB,
and its comments hang on nodes that must first be copied into its own classes. What is written here is a
small part of YAML 1.2 that every reader agrees on: block style, plain scalars only where nothing could
take them for something else, literal blocks for texts of several lines, JSON's quotes for the rest.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from json.encoder import encode_basestring
from typing import Any, Final

from .spec.openapi import escape, split, step
from .values import REMOVED, Applied, Spec

WIDTH: Final = 80
"""How much of an old value a comment shows, in characters."""

_KEY_LIMIT: Final = 1000
"""A longer key needs the explicit form: YAML looks no farther than 1,024 characters for the colon."""

_PLAIN: Final = re.compile(r"[A-Za-z_/$(][^\n]*\Z")
_RESERVED: Final = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))


def write_spec(spec: Spec, applied: Sequence[Applied] = ()) -> str:
    """`spec` as YAML. Above each node that a rule edited stands a comment with the rule and what was there.

    A comment about something that is gone stands first in what held it. The text reads back as exactly
    `spec`, and is the same whenever the arguments are.
    """
    writer = _Writer(_comments(spec, applied))
    writer.document(spec)
    return "\n".join(writer.lines) + "\n"


def write_edits(applied: Iterable[Applied]) -> str:
    """The edits as JSON, in the order made: rule, pointer, before, after, why, and the source of a move.

    `before` is left out where a node was added, `after` where one was removed.
    """
    listed = []
    for each in applied:
        entry: dict[str, Any] = {"rule": each.rule, "pointer": each.pointer}
        if each.source is not None:
            entry["source"] = each.source
        if each.before is not REMOVED:
            entry["before"] = each.before
        if each.after is not REMOVED and each.source is None:
            entry["after"] = each.after
        listed.append({**entry, "why": each.why})
    text = _indented(listed, "\n")
    if not text.replace("\n", "").isprintable():
        # JSON escapes what lies beyond 16 bits as a pair, which YAML does not know
        text = "".join(x if x.isprintable() or x == "\n" else json.dumps(x)[1:-1] for x in text)
    return text + "\n"


def _indented(value: Any, line: str) -> str:
    """As `json.dumps` with an indent of two, which takes twice as long: its encoder in C knows no indents."""
    below = line + "  "
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, dict) and value:
        members = [f"{below}{encode_basestring(str(key))}: {_indented(item, below)}" for key, item in value.items()]
        return f"{{{','.join(members)}{line}}}"
    if isinstance(value, list | tuple) and value:
        return f"[{','.join([below + _indented(item, below) for item in value])}{line}]"
    return json.dumps(value, ensure_ascii=False, default=str)


class _Comments:
    """Comment texts by pointer: above a node, and first within one."""

    def __init__(self) -> None:
        self.above: dict[str, list[str]] = {}
        self.within: dict[str, list[str]] = {}


def _comments(spec: Spec, applied: Sequence[Applied]) -> _Comments:
    found = _Comments()
    for each in applied:
        pointer, missing = _nearest(spec, each.pointer)
        text = _comment(each, missing)
        place = found.above if not missing or pointer == "" or not _holds(spec, pointer) else found.within
        listed = place.setdefault(pointer, [])
        if text not in listed:
            listed.append(text)
    return found


def _nearest(spec: Spec, pointer: str) -> tuple[str, str]:
    """The node at a pointer, or the innermost one above it that stands, and what is missing there."""
    node: Any = spec
    at = ""
    for token in split(pointer):
        try:
            node = step(node, token)
        except KeyError:
            return at, token
        at += "/" + escape(token)
    return at, ""


def _holds(spec: Spec, pointer: str) -> bool:
    node: Any = spec
    for token in split(pointer):
        node = step(node, token)
    return isinstance(node, dict | list) and bool(node)


def _comment(applied: Applied, missing: str) -> str:
    rule, before = applied.rule, applied.before
    if applied.source is not None:
        return _printable(f"{rule}: from {applied.source}")
    if before is REMOVED:
        return _printable(f"{rule}: added")
    text = json.dumps(before, ensure_ascii=False, default=str)
    text = text if len(text) <= WIDTH else text[: WIDTH - 3] + "..."
    return _printable(f"{rule}: {missing + ' ' if missing and missing != '-' else ''}was {text}")


class _Writer:
    """Collects the lines of a document."""

    def __init__(self, comments: _Comments) -> None:
        self.comments = comments
        self.lines: list[str] = []

    def document(self, spec: Spec) -> None:
        for text in self.comments.above.get("", ()):
            self.lines.append(f"# {text}")
        if spec:
            self.mapping(spec, "", "", "")
        else:
            self.lines.append("{}")

    def notes(self, place: dict[str, list[str]], pointer: str, pad: str) -> None:
        if place and pointer in place:
            self.lines.extend(f"{pad}# {text}" for text in place[pointer])

    def mapping(self, node: dict[str, Any], pointer: str, pad: str, lead: str) -> None:
        """The lines of a non-empty mapping; `lead` stands for the padding of the first one."""
        self.notes(self.comments.within, pointer, pad)
        first = True
        for key, value in node.items():
            at = f"{pointer}/{escape(key)}"
            self.notes(self.comments.above, at, pad)
            start = lead if first and lead else pad
            first = False
            name = _scalar(key)
            if len(name) > _KEY_LIMIT:
                self.lines.append(f"{start}? {name}")
                self.value(value, at, f"{pad}:", pad)
            else:
                self.value(value, at, f"{start}{name}:", pad)

    def sequence(self, node: list[Any], pointer: str, pad: str) -> None:
        self.notes(self.comments.within, pointer, pad)
        for index, value in enumerate(node):
            at = f"{pointer}/{index}"
            self.notes(self.comments.above, at, pad)
            if isinstance(value, dict) and value:
                self.entry(value, at, pad)
            else:
                self.value(value, at, f"{pad}-", pad)

    def entry(self, value: dict[str, Any], pointer: str, pad: str) -> None:
        """A mapping in a list: it starts on the line of its dash; comments go above that."""
        first = next(iter(value))
        self.notes(self.comments.within, pointer, pad)
        self.notes(self.comments.above, f"{pointer}/{escape(first)}", pad)
        self.comments.within.pop(pointer, None)
        self.comments.above.pop(f"{pointer}/{escape(first)}", None)
        self.mapping(value, pointer, pad + "  ", pad + "- ")

    def value(self, value: Any, pointer: str, head: str, pad: str) -> None:
        if isinstance(value, dict):
            if value:
                self.lines.append(head)
                self.mapping(value, pointer, pad + "  ", "")
            else:
                self.lines.append(head + " {}")
        elif isinstance(value, list):
            if value:
                self.lines.append(head)
                self.sequence(value, pointer, pad + "  ")
            else:
                self.lines.append(head + " []")
        elif isinstance(value, str) and "\n" in value and _literal(value):
            self.block(value, head, pad + "  ")
        else:
            self.lines.append(f"{head} {_scalar(value)}")

    def block(self, text: str, head: str, pad: str) -> None:
        body = text.rstrip("\n")
        ends = len(text) - len(body)
        chomp = "-" if ends == 0 else "" if ends == 1 else "+"
        indent = "2" if body[0] in " \n" else ""
        self.lines.append(f"{head} |{indent}{chomp}")
        self.lines.extend(pad + line if line else "" for line in body.split("\n"))
        self.lines.extend([""] * (ends - 1))


def _literal(text: str) -> bool:
    """Whether a text of several lines can stand as a literal block."""
    if not text.strip() or not text.replace("\n", "").replace("\t", "").isprintable():
        return False
    return not any(line.startswith("\t") or (line and line.isspace()) for line in text.split("\n"))


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        return value if _plain(value) else _printable(json.dumps(value, ensure_ascii=False))
    if isinstance(value, float):
        text = repr(value)
        mantissa, exponent, power = text.partition("e")
        return f"{mantissa}.0e{power}" if exponent and "." not in mantissa else text
    return json.dumps(value)


def _plain(text: str) -> bool:
    """Whether a text can stand without quotes, for readers of YAML 1.1 and 1.2 alike."""
    return (
        _PLAIN.match(text) is not None
        and text.isprintable()
        and not text.endswith((" ", ":"))
        and ": " not in text
        and " #" not in text
        and text.lower() not in _RESERVED
    )


def _printable(text: str) -> str:
    """The text with each character that does not print escaped as YAML does in quotes."""
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else _escape(each) for each in text)


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
