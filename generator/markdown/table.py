"""An HTML table as a Markdown one: spans written out, so that each row can be read by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from bs4 import Tag

SPAN: Final = 200
"""The widest span believed; a table that says more is written as if it said this."""

CELLS: Final = 20_000
"""How many cells a table may come to with its spans written out; a larger one keeps its first rows."""


def table(tag: Tag, cell_text: Callable[[Tag], str], remarks: list[str]) -> str:
    """The table in Markdown, between blank lines. What was irregular in it is added to `remarks`."""
    rows, heads, ragged = _grid(tag, cell_text)
    if not rows:
        return "\n\n"
    width = max(len(row) for row in rows)
    for number in ragged:
        remarks.append(f"Row {number} of a table is ragged: its cells and the spans above do not fill {width} columns.")
    head = rows[0] if heads[0] else [""] * width
    body = rows[1:] if heads[0] else rows
    caption = tag.find("caption")
    title = f"{cell_text(caption)}\n\n" if isinstance(caption, Tag) and cell_text(caption) else ""
    lines = [
        _line(head, width),
        "| " + " | ".join(["---"] * width) + " |",
        *(_line(row, width) for row in body),
    ]
    return f"\n\n{title}" + "\n".join(lines) + "\n\n"


def _line(row: Sequence[str | None], width: int) -> str:
    cells = [cell or "" for cell in row] + [""] * (width - len(row))
    return "| " + " | ".join(cells) + " |"


def _grid(tag: Tag, cell_text: Callable[[Tag], str]) -> tuple[list[list[str | None]], list[bool], list[int]]:
    """The cells by row with spans repeated, which rows are all headings, and the numbers of ragged rows.

    A cell stands on each row and in each column that it spans.
    """
    rows: list[list[str | None]] = []
    heads: list[bool] = []
    waiting: dict[int, tuple[int, str]] = {}
    cells = 0
    for line in tag.find_all("tr"):
        if line.find_parent("table") is not tag or cells > CELLS:
            continue
        found = [cell for cell in line.find_all(["td", "th"]) if cell.find_parent("tr") is line]
        row: list[str | None] = []
        for cell in found:
            _carry(row, waiting)
            text = _escaped(cell_text(cell))
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            for _ in range(across):
                if down > 1:
                    waiting[len(row)] = (down - 1, text)
                row.append(text)
        _carry(row, waiting)
        cells += len(row)
        if row:
            rows.append(row)
            heads.append(bool(found) and all(cell.name == "th" for cell in found))
    width = max((len(row) for row in rows), default=0)
    return rows, heads, [number for number, row in enumerate(rows, 1) if len(row) < width]


def _carry(row: list[str | None], waiting: dict[int, tuple[int, str]]) -> None:
    """Put the cells of the rows above that still span this one where the row has come to."""
    while (found := waiting.pop(len(row), None)) is not None:
        left, text = found
        if left > 1:
            waiting[len(row)] = (left - 1, text)
        row.append(text)


def _span(cell: Tag, name: str) -> int:
    text = str(cell.get(name) or "1").strip()
    return max(1, min(SPAN, int(text))) if re.fullmatch(r"[0-9]{1,9}", text) else 1


def _escaped(text: str) -> str:
    return re.sub(r"(?<!\\)\|", r"\\|", text)
