"""The edit that a repair makes, and the strings that repairs look at or keep out of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

STRINGS: Final = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)', re.DOTALL)
"""A string whatever is in it; the last one may be cut."""


@frozen
class Splice:
    """The characters from `start` up to `end` become `text`."""

    start: int
    end: int
    text: str


def between_strings(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text that are outside its strings."""
    at = 0
    for string in STRINGS.finditer(text):
        yield at, string.start()
        at = string.end()
    yield at, len(text)
