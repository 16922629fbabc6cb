"""Where something stands in a page, as a person counts: lines and columns, from 1."""

from __future__ import annotations

import re
from typing import Final

from ..values import Fragment

_LINE_END: Final = re.compile(r"\r\n?|\n")


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset. Lines end at LF, CRLF or CR, as every editor shows them."""
    line, start = 1, 0
    for end in _LINE_END.finditer(text, 0, offset):
        if end.end() > offset:
            break
        line, start = line + 1, end.end()
    return line, offset - start + 1


def in_page(fragment: Fragment, line: int, column: int) -> tuple[int, int]:
    """A place of the fragment as a place of its page."""
    if line == 1:
        return fragment.line, fragment.column + column - 1
    return fragment.line + line - 1, column


def place(fragment: Fragment, offset: int) -> str:
    """`page:line:column` of an offset in the fragment."""
    line, column = in_page(fragment, *line_and_column(fragment.text, offset))
    return f"{fragment.page.name}:{line}:{column}"
