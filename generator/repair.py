"""Reading what a page holds: every complete leaf, nothing that is not there, and a note of what was lost.

`json.loads` reads a document that is whole and plain, by far the most common and the fastest way. Any other
JSON text goes through the repairs (generator/repairs/) and then to the scanner, which closes what was cut.
YAML goes through generator/formats/yaml_reader.py. Numbers that no double can hold are dropped and noted; half a
surrogate pair becomes U+FFFD, since no file or request could carry it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from .errors import UnusableInput
from .formats import scanner, yaml_reader
from .formats.json_tokens import Fault, number
from .formats.places import place
from .ingest.embedded import trailer
from .reference_page import parse_reference_page
from .repairs import Mended, mend
from .values import Document, Fragment, Note

_MANY_DIGITS: Final = re.compile(r"[0-9]{309}")
_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F]")
_WHOLE_PAIR: Final = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
_SHOWN: Final = 5


def parse(fragment: Fragment, name: str) -> Document:
    """The document in a fragment, under the name of the provider's document it belongs to.

    Raises UnusableInput, with page, line and column, for an error before the end, for a key that stands
    twice with different values, for nesting beyond 200 levels, and for anything that is not an object.
    """
    if fragment.format == "json":
        document = _parse_json(fragment, name)
    elif fragment.format == "yaml":
        document = _parse_yaml(fragment, name)
    else:
        document = parse_reference_page(fragment, name)
    if not isinstance(document.data, dict):
        kind = type(document.data).__name__
        raise UnusableInput(f"{place(fragment, 0)}: an API description is an object, this is a {kind}")
    if not document.data:
        raise UnusableInput(f"{place(fragment, 0)}: nothing in the document is complete; fetch the page again")
    return document


def _parse_json(fragment: Fragment, name: str) -> Document:
    witnesses = (fragment.page.name,)
    plain = _plain(fragment.text)
    if plain is not None:
        return Document(name, plain, witnesses=witnesses)
    mended = mend(fragment.text)
    plain = _plain(mended.text) if mended.made else None
    try:
        reading = scanner.read(mended.text) if plain is None else scanner.Reading(plain)
    except Fault as fault:
        raise UnusableInput(_fault(fragment, mended, fault)) from None
    notes = [
        Note(
            "repair",
            "number-out-of-range",
            f"{name}#{lost.pointer}",
            _too_big(lost.what, fragment, mended, lost.offset),
        )
        for lost in reading.dropped
    ]
    if reading.cut:
        where = place(fragment, mended.original(reading.cut.end))
        notes.append(_cut_note(fragment, name, reading.cut.pointer, where, reading.cut.what))
    repairs = (*_mended(fragment, name, mended), *_repeated(fragment, name, mended, reading.repeated))
    return Document(name, reading.data, tuple(notes), witnesses, repairs)


def _parse_yaml(fragment: Fragment, name: str) -> Document:
    reading = yaml_reader.read(fragment, cut=trailer(fragment.page.text) is not None)
    notes = [
        Note(
            "repair",
            "number-out-of-range",
            f"{name}#{lost.pointer}",
            f"{lost.where}: {lost.what} is beyond any double",
        )
        for lost in reading.dropped
    ]
    if reading.cut:
        notes.append(_cut_note(fragment, name, reading.cut.pointer, reading.cut.where, reading.cut.what))
    repairs = tuple(Note("repair", "repeated-key", f"{name}#{pointer}", what) for pointer, what in reading.repeated)
    return Document(name, reading.data, tuple(notes), (fragment.page.name,), repairs)


class _NotPlain(ValueError):
    """Something that the quick way must not decide."""


def _plain(text: str) -> dict[str, Any] | None:
    """The document by `json.loads`, or None for the scanner to read it, or to say what is wrong."""
    if _MANY_DIGITS.search(text) or any(_lone(text)):
        return None
    try:
        data = json.loads(text, object_pairs_hook=_unrepeated, parse_float=_double, parse_constant=_constant)
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) and _shallow(data) else None


def _lone(text: str) -> Iterator[bool]:
    """True for an escape that may be half of a surrogate pair."""
    pairs_end = -1
    for escape in _SURROGATE.finditer(text):
        if escape.start() < pairs_end:
            continue
        pair = _WHOLE_PAIR.match(text, escape.start())
        pairs_end = pair.end() if pair else -1
        yield pair is None


def _unrepeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _NotPlain
    return made


def _double(digits: str) -> float:
    value = number(digits)
    if value is None:
        raise _NotPlain
    return float(value)


def _constant(word: str) -> Any:
    raise _NotPlain(word)


def _shallow(data: Any) -> bool:
    """Whether the nesting is within the limit, level by level."""
    level = [data]
    for _ in range(scanner.DEPTH):
        level = [
            child
            for node in level
            for child in (node.values() if isinstance(node, dict) else node)
            if isinstance(child, dict | list)
        ]
        if not level:
            return True
    return False


def _fault(fragment: Fragment, mended: Mended, fault: Fault) -> str:
    message = f"{place(fragment, mended.original(fault.offset))}: {fault.message}"
    if fault.other is None:
        return message
    return f"{message} (the first is at {place(fragment, mended.original(fault.other))})"


def _too_big(digits: str, fragment: Fragment, mended: Mended, offset: int) -> str:
    return f"{place(fragment, mended.original(offset))}: {digits} is beyond any double"


def _cut_note(fragment: Fragment, name: str, pointer: str, where: str, what: str) -> Note:
    mark = trailer(fragment.page.text)
    says = f'; the page says "{mark.group().strip(" #-")}"' if mark else ""
    return Note(
        "repair", "document-cut", f"{name}#{pointer}",
        f"{where}: the document is cut {what}{says}; what was incomplete is left out",
    )  # fmt: skip


def _mended(fragment: Fragment, name: str, mended: Mended) -> Iterator[Note]:
    for code, offsets in mended.made:
        shown = ", ".join(place(fragment, offset) for offset in offsets[:_SHOWN])
        more = f" and {len(offsets) - _SHOWN} more" if len(offsets) > _SHOWN else ""
        yield Note("repair", code, f"{name}#", f"mended at {shown}{more}")


def _repeated(fragment: Fragment, name: str, mended: Mended, repeated: list[scanner.Repeated]) -> Iterator[Note]:
    for twice in repeated:
        first, second = (place(fragment, mended.original(at)) for at in (twice.first, twice.second))
        yield Note("repair", "repeated-key", f"{name}#{twice.pointer}", f"{second}: the same again as at {first}")
