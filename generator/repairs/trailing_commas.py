from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .splices import Splice, between_strings

_COMMA: Final = re.compile(r",(?=\s*[}\]])")


def trailing_commas(text: str) -> Iterator[Splice]:
    """Drop the comma behind the last element of a list or an object.

    YAML and JavaScript allow it, so that documents which are only ever read by such tools keep it.
    """
    for start, end in between_strings(text):
        for comma in _COMMA.finditer(text, start, end):
            yield Splice(comma.start(), comma.end(), " ")
