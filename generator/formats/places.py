"""Where something stands in a page, as a person counts: lines and columns, from 1."""

from __future__ import annotations

from ..values import Fragment


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset. Lines end at LF, CRLF or CR, as every editor shows them."""
    ends = sum(text.count(end, 0, offset) for end in ("\n", "\r")) - text.count("\r\n", 0, offset)
    start = max(text.rfind(end, 0, offset) for end in ("\n", "\r")) + 1
    return ends + 1, offset - start + 1


def in_page(fragment: Fragment, line: int, column: int) -> tuple[int, int]:
    """A place of the fragment as a place of its page."""
    if line == 1:
        return fragment.line, fragment.column + column - 1
    return fragment.line + line - 1, column


def place(fragment: Fragment, offset: int) -> str:
    """`page:line:column` of an offset in the fragment."""
    line, column = in_page(fragment, *line_and_column(fragment.text, offset))
    return f"{fragment.page.name}:{line}:{column}"
