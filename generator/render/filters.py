"""The filters by which templates write document text: never a hand-written quote around a spec value."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

from ..naming.identifiers import module_name
from ..surface.literals import comment, docstring, literal, printable, wrap
from .codecs import decoder, decoding_text, table
from .describe import describe


def _docstring(text: str, indent: int = 4) -> str:
    text = text.rstrip()
    if text.endswith('"'):
        text += "."  # reads better than a quote that is escaped to stand beside those of the docstring
    return docstring(wrap(text, 106 - indent), indent)


def toml(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's, but JSON has none for what does not print or is beyond 16 bits."""
    return json.dumps(printable(text), ensure_ascii=False)


def _cell(text: str) -> str:
    return printable(text).replace("|", "\\|")


def _first_line(text: str) -> str:
    """The first sentence or line of a description, safe in a Markdown list."""
    line = printable(text.strip().split("\n")[0])
    return line if len(line) <= 120 else line[:117].rstrip() + "..."


FILTERS: Final[dict[str, Callable[..., Any]]] = {
    "cell": _cell,
    "comment": comment,
    "decoder": decoder,
    "decoding_text": decoding_text,
    "describe": describe,
    "docstring": _docstring,
    "first_line": _first_line,
    "literal": literal,
    "module_name": module_name,
    "printable": printable,
    "table": table,
    "toml": toml,
    "wrap": wrap,
}
