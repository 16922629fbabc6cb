"""The two parsers of YAML behind one builder.

libyaml is twenty times as fast. ruamel.yaml reads YAML 1.2, and says what is wrong and where as our messages
have it. So libyaml reads what gives rise to no complaint and to no difference between the two; everything
else is read (again) by ruamel.yaml, as all is where PyYAML comes without libyaml.
"""

from __future__ import annotations

import re
from typing import Final

import yaml  # type: ignore[import-untyped]
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.reader import ReaderError

from .places import line_and_column
from .yaml_builder import BadYaml, Builder, Mark

_LIBYAML: Final[type | None] = getattr(yaml, "CBaseLoader", None)

_READ_OTHERWISE: Final = re.compile("[\t\x85\u2028\u2029\ufeff]|^%|[>|][-+0-9]*#", re.MULTILINE)
"""Over what the two differ: tabs, line feeds of YAML 1.1, directives, comments right after `>`; and tags, by their marks."""

_ANCHOR_WITH_COLON: Final = re.compile(r"[&*][^\s,\[\]{}&*]*:")
"""Where there are anchors: in `&a: b` one finds the anchor `a`, the other `a:`."""

_CRASHES: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What the parser itself raises, beside YAMLError, on text that is broken enough."""


def build(text: str, *, marked: bool = False) -> Builder:
    """The data of a YAML text; with `marked`, also where its mappings and keys stand. Raises BadYaml."""
    return _quick(text, marked) or _careful(text, marked)


def _quick(text: str, marked: bool) -> Builder | None:
    """By libyaml; None for a text that the other parser must have a look at."""
    if _LIBYAML is None or _READ_OTHERWISE.search(text):
        return None
    colons = _ANCHOR_WITH_COLON.search(text) is not None
    try:
        parser = _LIBYAML(text)
        builder = Builder(marked)
        while parser.check_event():
            event = parser.get_event()
            if getattr(event, "tag", None) is not None or (getattr(event, "anchor", None) is not None and colons):
                return None
            builder.add(event)
    except (BadYaml, yaml.YAMLError, *_CRASHES):
        return None
    whole = isinstance(builder.data, dict | list) and not builder.dropped and not builder.repeated
    return builder if whole else None


def _careful(text: str, marked: bool) -> Builder:
    builder = Builder(marked)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            builder.add(event)
    except BadYaml:
        raise
    except ReaderError as error:
        line, column = line_and_column(text, error.position)
        character = error.character if isinstance(error.character, int) else ord(error.character)
        mark = Mark(line, column, error.position)
        raise BadYaml(f"the character U+{character:04X} is not allowed in YAML", mark) from None
    except MarkedYAMLError as error:
        raise _syntax(error) from None
    except (YAMLError, *_CRASHES) as error:
        raise BadYaml(f"not readable as YAML ({type(error).__name__}: {str(error)[:80]})", builder.mark) from None
    return builder


def _syntax(error: MarkedYAMLError) -> BadYaml:
    marks = [
        Mark(mark.line + 1, mark.column + 1, mark.index) if mark is not None else None
        for mark in (error.problem_mark or error.context_mark, error.context_mark)
    ]
    message = ", ".join(str(part) for part in (error.context, error.problem) if part)
    return BadYaml(message or "not YAML", marks[0], marks[1], syntax=True)
