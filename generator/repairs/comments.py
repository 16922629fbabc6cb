from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .splices import STRINGS, Splice

_TOKEN: Final = re.compile(rf"{STRINGS.pattern}|//[^\r\n]*|/\*", re.DOTALL)


def comments(text: str) -> Iterator[Splice]:
    """Write blanks for the comments of JavaScript, which JSON does not have.

    Hands and editors put them into what they keep as JSON, and tools that read it as YAML or JSON5 let them.
    """
    at = 0
    while found := _TOKEN.search(text, at):
        start, at = found.span()
        if text[start] == '"':
            continue
        if found[0] == "/*":
            at = text.find("*/", at) + 2
            if at < 2:
                return
        yield Splice(start, at, re.sub(r"[^\r\n]", " ", text[start:at]))
