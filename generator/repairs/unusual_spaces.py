from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .splices import Splice, between_strings

_UNUSUAL: Final = re.compile(r"[\v\f\x85\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]+")


def unusual_spaces(text: str) -> Iterator[Splice]:
    """Write spaces that JSON does not know, outside strings, as plain spaces.

    Web pages indent code with no-break spaces and mark places to wrap with zero-width ones; text copied
    from them keeps both. Inside a string they are the author's.
    """
    if not _UNUSUAL.search(text):
        return
    for start, end in between_strings(text):
        for run in _UNUSUAL.finditer(text, start, end):
            yield Splice(run.start(), run.end(), " " * len(run.group()))
