"""Patterns of ECMA-262: whether a text is one, and whether it finds something in a text."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

import re2
import regress

LONGEST: Final = 10_000
"""Characters of a pattern or a text beyond which nothing is decided."""

_QUIET: Final = re2.Options()
_QUIET.log_errors = False


@lru_cache(maxsize=4096)
def ecma(pattern: str) -> regress.Regex | None:
    """The pattern as ECMA-262 has it with the `u` flag, compiled; None where that is no expression."""
    try:
        return regress.Regex(pattern, "u")
    except (regress.RegressError, ValueError, TypeError):  # ValueError covers lone surrogates
        return None


def matches(pattern: str, text: str) -> bool:
    r"""Whether a pattern finds something in the text. What cannot be decided in linear time does.

    A common pattern for URLs, `([\/\w \.-]*)*\/?$`, takes an engine that backtracks longer than anybody
    waits; RE2 decides it at once and refuses what it cannot, such as lookahead.
    """
    if len(text) > LONGEST or len(pattern) > LONGEST or ecma(pattern) is None:
        return True
    try:
        engine = _linear(pattern)
        return engine is None or engine.search(text) is not None
    except (ValueError, UnicodeError, re2.error):
        return True


@lru_cache(maxsize=4096)
def _linear(pattern: str) -> Any:
    """The pattern compiled by RE2; None where RE2 has no such thing or reads it otherwise."""
    if "[[:" in pattern:
        return None
    try:
        return re2.compile(pattern, _QUIET)
    except (re2.error, ValueError):
        return None
