"""The line of a JSON Pointer in a file, for formats that point into files.

Read off the indentation, which serves the YAML that the generator writes and JSON that is laid out; a file
on one line has one line. A pointer that is not found is answered with the nearest above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ..openapi import join

_ENTRY: Final = re.compile(r"""(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s#"'{}\[\],][^#]*?))\s*:(?:\s|$)""")
_BLOCK_TEXT: Final = re.compile(r":\s*[|>][+-]?\d?\s*(?:#.*)?$")


def lines_of(text: str, wanted: Iterable[str]) -> dict[str, int]:
    """The line, from 1, of each pointer that was found."""
    names = set(wanted)
    found: dict[str, int] = {}
    stack: list[tuple[int, str, int]] = [(-1, "", 0)]
    literal = -1
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.lstrip(" ")
        if not bare or bare.startswith("#"):
            continue
        indent = len(line) - len(bare)
        if literal >= 0 and indent > literal:
            continue
        literal = indent if _BLOCK_TEXT.search(bare) else -1
        for pointer in _opened(stack, indent, bare):
            if pointer in names:
                found.setdefault(pointer, number)
    return found


def _opened(stack: list[tuple[int, str, int]], indent: int, bare: str) -> list[str]:
    """The pointers that a line begins; the stack holds (indent, pointer, items so far) of what is open."""
    opened: list[str] = []
    while bare.startswith("- ") or bare == "-" or (bare[:1] in "{[" and stack[-1][0] < indent):
        dash = bare.startswith("-")
        while stack[-1][0] > indent or (stack[-1][0] == indent and (not dash or stack[-1][1] in opened)):
            stack.pop()
        if not dash and len(stack) == 1:
            return opened
        while dash and stack[-1][0] == indent and stack[-1][2] < 0:
            stack.pop()
        depth, holder, count = stack.pop()
        stack.append((depth, holder, count + 1))
        opened.append(join(holder, count))
        stack.append((indent, opened[-1], -1) if dash else (indent, opened[-1], 0))
        if not dash:
            return opened
        inner = bare[1:].lstrip(" ")
        indent, bare = indent + len(bare) - len(inner), inner
    entry = _ENTRY.match(bare)
    if entry:
        while stack[-1][0] >= indent:
            stack.pop()
        name = next(group for group in entry.groups() if group is not None)
        opened.append(join(stack[-1][1], name))
        stack.append((indent, opened[-1], 0))
    return opened
