"""The line of a JSON Pointer in a file, for formats that point into files.

JSON is read token by token. YAML is read off its indentation, which serves the block style that the
generator writes; what is written in flow style is answered with the line that it starts on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Set
from typing import Final

from ..spec.openapi import join

_TOKEN: Final = re.compile(r'"(?:[^"\\\n]|\\.)*"|[{}\[\],:]|\n|[^\s"{}\[\],:]+')
_ENTRY: Final = re.compile(
    r"""(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s#"'{}\[\],&*!|>%@`-][^#]*?|-[^\s#][^#]*?))\s*:(?:\s|$)"""
)
_LITERAL: Final = re.compile(r"(?::|-)\s*[|>][+-]?\d?[+-]?\s*$")


def lines_of(text: str, wanted: Iterable[str]) -> dict[str, int]:
    """The line, from 1, of each pointer; one that is not found has the line of the nearest above it."""
    names = list(dict.fromkeys(wanted))
    above = {name for pointer in names for name in _upwards(pointer)}
    found: dict[str, int] = {"": 1}
    for pointer, line in _json(text, above) if text.lstrip()[:1] in ("{", "[") else _yaml(text):
        if pointer in above:
            found.setdefault(pointer, line)
    return {pointer: next(found[name] for name in _upwards(pointer) if name in found) for pointer in names}


def _upwards(pointer: str) -> Iterator[str]:
    while pointer:
        yield pointer
        pointer = pointer.rpartition("/")[0]
    yield ""


def _json(text: str, above: Set[str]) -> Iterator[tuple[str, int]]:
    """The values of a JSON text that lead to a wanted one, with their lines.

    A container is its pointer, None for one that nothing wanted is in, and its next index, None in an object.
    """
    line, name = 1, ""
    containers: list[tuple[str | None, int | None]] = []
    expects_name = False
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token == "\n":
            line += 1
        elif token in "}]" and containers:
            containers.pop()
            expects_name = False
        elif token == ",":
            expects_name = bool(containers) and containers[-1][1] is None
        elif token == ":":
            expects_name = False
        elif expects_name and token.startswith('"'):
            holder = containers[-1][0]
            if holder is not None:
                name = _unquoted(token)
                yield join(holder, name), line
        else:
            pointer: str | None = ""
            if containers:
                holder, index = containers[-1]
                pointer = None if holder is None else join(holder, name if index is None else index)
                if index is not None:
                    containers[-1] = (holder, index + 1)
                    if pointer is not None:
                        yield pointer, line
            if token in ("{", "["):
                containers.append((pointer if pointer in above else None, None if token == "{" else 0))
                expects_name = token == "{"


def _unquoted(token: str) -> str:
    try:
        return str(json.loads(token))
    except ValueError:
        return token[1:-1]


def _yaml(text: str) -> Iterator[tuple[str, int]]:
    """Each entry and item of block YAML with its line. The stack holds (indent, pointer, items so far)."""
    stack: list[tuple[int, str, int]] = [(-1, "", 0)]
    literal = -1
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.lstrip(" ")
        indent = len(line) - len(bare)
        if not bare or bare.startswith(("#", "---")) or (literal >= 0 and indent > literal):
            continue
        literal = indent if _LITERAL.search(bare) else -1
        while bare.startswith("- ") or bare == "-":
            # The items of a list may stand at the indent of its key: the list ends with a key there.
            while stack[-1][0] > indent or (stack[-1][0] == indent and stack[-1][2] < 0):
                stack.pop()
            depth, holder, count = stack.pop()
            stack += [(depth, holder, count + 1), (indent, join(holder, count), -1)]
            yield stack[-1][1], number
            inner = bare[1:].lstrip(" ")
            indent, bare = indent + len(bare) - len(inner), inner
        entry = _ENTRY.match(bare)
        if entry:
            while stack[-1][0] >= indent:
                stack.pop()
            name = next(group for group in entry.groups() if group is not None)
            stack.append((indent, join(stack[-1][1], name), 0))
            yield stack[-1][1], number
