from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .splices import Splice

_ESCAPES: Final = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(?P<lone>\\u[dD][89a-fA-F][0-9a-fA-F]{2})(?!\Z)|\\.",
    re.DOTALL,
)


def lone_surrogates(text: str) -> Iterator[Splice]:
    r"""Write half of a surrogate pair as the replacement character U+FFFD.

    `"\ud83d"` alone is what is left when a text was shortened in the middle of an emoji. It is JSON, but no
    text: nothing that has to be UTF-8 (a file, a request) can carry it. An escape at the very end of the
    text is left to the scanner, its other half may have been cut off.
    """
    if "\\u" not in text:
        return
    for escape in _ESCAPES.finditer(text):
        if escape["lone"]:
            yield Splice(escape.start(), escape.end(), "\\ufffd")
