"""The repairs: each finds one kind of damage that scraping does to JSON text and says what to splice in.

A repair is a function in its own file, listed below, proved by `tests/cases/repairs/<name>.yaml`. It reads
the text and yields a Splice for each place to mend; `mend` makes the new text and remembers where
everything stood, so that an error behind a repair is still reported where a person will find it. A repair
loses nothing and guesses nothing: what may be incomplete is the scanner's to drop.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from attrs import frozen

from .comments import comments
from .lone_surrogates import lone_surrogates
from .raw_control_characters import raw_control_characters
from .splices import Splice
from .trailing_commas import trailing_commas
from .unusual_spaces import unusual_spaces

Repair: TypeAlias = Callable[[str], Iterator[Splice]]

REPAIRS: Final[tuple[Repair, ...]] = (
    unusual_spaces, comments, trailing_commas, raw_control_characters, lone_surrogates,
)  # fmt: skip
"""Spaces and comments first: the others look for strings, and what stands between strings must be sound by then."""

__all__ = ["REPAIRS", "Mended", "Repair", "Splice", "apply", "mend"]


@frozen
class Mended:
    """A text after its repairs. `made` has, for each repair that did something, its name and where."""

    text: str
    made: tuple[tuple[str, tuple[int, ...]], ...]
    _shifts: tuple[tuple[tuple[int, int], ...], ...]

    def original(self, offset: int) -> int:
        """Where the character at an offset of the mended text stood before any repair."""
        for shifts in reversed(self._shifts):
            offset = _before(shifts, offset)
        return offset


def mend(text: str) -> Mended:
    """Run every repair once, in order."""
    mended = Mended(text, (), ())
    for repair in REPAIRS:
        splices = tuple(repair(mended.text))
        if splices:
            places = tuple(mended.original(splice.start) for splice in splices)
            after, shifts = apply(mended.text, splices)
            name = repair.__name__.replace("_", "-")
            mended = Mended(after, (*mended.made, (name, places)), (*mended._shifts, shifts))
    return mended


def apply(text: str, splices: tuple[Splice, ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text with the splices made, and how to get back: (offset after a splice, offset before it)."""
    parts, shifts, at, length = [], [], 0, 0
    for splice in splices:
        parts += [text[at : splice.start], splice.text]
        length += splice.start - at
        shifts.append((length, splice.start))
        length += len(splice.text)
        at = splice.end
        shifts.append((length, at))
    return "".join([*parts, text[at:]]), tuple(shifts)


def _before(shifts: tuple[tuple[int, int], ...], offset: int) -> int:
    """An offset taken back through one repair; anywhere inside what was spliced in is where it starts."""
    index = bisect_right(shifts, offset, key=lambda shift: shift[0]) - 1
    if index < 0:
        return offset
    after, before = shifts[index]
    inside = index % 2 == 0
    return before if inside else before + offset - after
