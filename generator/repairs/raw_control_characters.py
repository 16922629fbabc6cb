from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .splices import STRINGS, Splice

_RAW: Final = re.compile(r"\\.|[\x00-\x1f]", re.DOTALL)
_SHORT: Final = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def raw_control_characters(text: str) -> Iterator[Splice]:
    """Escape a raw control character inside a string.

    JSON forbids them, and a string that holds one can only mean the character itself. A scraped
    page has raw line feeds where `<br>` and table rows stood. One behind a backslash is
    left alone: what the escape was cannot be known.
    """
    for string in STRINGS.finditer(text):
        token = string.group()
        if token.isprintable():
            continue
        for raw in _RAW.finditer(token):
            char = raw.group()
            if len(char) == 1:
                at = string.start() + raw.start()
                yield Splice(at, at + 1, _SHORT.get(char, f"\\u{ord(char):04x}"))
