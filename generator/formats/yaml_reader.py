"""A YAML reader for API descriptions: YAML 1.2 with JSON's data model, and a place for every complaint.

It builds from the parser's events, so that nothing is constructed because a tag asks for it, keys stay text
(`200:`, `no:`, `2020-01-01:`), and aliases are counted before they are expanded.
"""

from __future__ import annotations

import re
from typing import Any, Final

from attrs import Factory, define, frozen

from ..errors import UnusableInput
from ..values import Fragment
from .places import in_page, place
from .yaml_builder import BadYaml, Builder, Mark
from .yaml_parsers import build

SIZE_LIMIT: Final = 12_000_000
"""Characters. A text that gives rise to a complaint takes two seconds for a million; beyond this, JSON is better."""

_KEY: Final = re.compile(r"""^[ \t-]*["']?[\w$./{}-]+["']?[ \t]*:(?:\s|$)""", re.MULTILINE)


@frozen
class Lost:
    """A leaf, or the rest of the document, that is not in the data."""

    pointer: str
    where: str
    what: str


@define
class Reading:
    """What a YAML text held, and everything about it that has to be said."""

    data: Any
    cut: Lost | None = None
    dropped: list[Lost] = Factory(list)
    repeated: list[tuple[str, str]] = Factory(list)


def read(fragment: Fragment, cut: bool) -> Reading:
    """Read one YAML document; `cut` says that the page admits to having been cut.

    YAML does not show where it was cut: `type: strin` reads well. So where the page says it was, the last
    value goes, unless quotes or brackets close it; and a text that breaks off inside quotes, brackets or a
    key loses that line. Raises UnusableInput for everything else that is wrong.
    """
    text = fragment.text
    if len(text) > SIZE_LIMIT:
        raise UnusableInput(f"{fragment.page.name}: more than {SIZE_LIMIT:,} characters of YAML; give it as JSON")
    builder, kept = _build_longest(fragment, text)
    reading = Reading(builder.data)
    for pointer, mark, what in builder.dropped:
        reading.dropped.append(Lost(pointer, _place(fragment, mark), what))
    for pointer, first, second in builder.repeated:
        again = f"{_place(fragment, second)}: the same again as at {_place(fragment, first)}"
        reading.repeated.append((pointer, again))
    if cut or kept < len(text):
        pointer = builder.drop_last(only_empty=kept < len(text))
        reading.cut = Lost(pointer, place(fragment, len(text)), "in its last line, or right after it")
    return reading


def _build_longest(fragment: Fragment, text: str) -> tuple[Builder, int]:
    """The data of the text without a line that breaks off at its end, and how much text that is."""
    first: BadYaml | None = None
    end = len(text)
    for _ in range(4):
        try:
            return build(text[:end]), end
        except BadYaml as bad:
            first = first or bad
            start = _broken_line(text[:end], bad)
            if start is None:
                break
            end = start
    if first is None or first.mark is None:
        raise UnusableInput(f"{place(fragment, 0)}: {first or 'not YAML'}")
    also = f" (the first is at {_place(fragment, first.other)})" if first.other else ""
    raise UnusableInput(f"{_place(fragment, first.mark)}: {first.message}{also}")


def _broken_line(text: str, bad: BadYaml) -> int | None:
    """Where the line starts that the end of the text broke, or None for an error that is not of that kind."""
    if bad.mark is None or bad.mark.offset < len(text.rstrip()) or not bad.syntax:
        return None
    opened = bad.other.offset if bad.other else bad.mark.offset
    start = text.rfind("\n", 0, min(opened, len(text.rstrip()))) + 1
    # Whole members below an opening quote mean that the quote is what is wrong, not the end of the text.
    following = text.find("\n", start)
    return None if start == 0 or (following >= 0 and _KEY.search(text, following + 1)) else start


def _place(fragment: Fragment, mark: Mark) -> str:
    line, column = in_page(fragment, mark.line, mark.column)
    return f"{fragment.page.name}:{line}:{column}"
