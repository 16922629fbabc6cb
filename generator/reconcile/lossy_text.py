"""Whether one text is a copy of another that lost markup on the way: tags stripped, a table flattened."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import Final

_TAG: Final = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
"""Placeholders such as `<api_key>` too: a stripper does not know the difference, that is the trouble."""

_INLINE: Final = re.compile(
    r"</?(?:a|abbr|b|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|tt|u|var)\b[^<>]*>",
    re.IGNORECASE,
)
_LINK: Final = re.compile(r"!?\[([^\[\]]*)\]\(([^()\s]*)[^()]*\)")
_BULLET: Final = re.compile(r"^[ \t]*(?:[-*+•>]|#{1,6})[ \t]+", re.MULTILINE)
_EMPHASIS: Final = re.compile(r"(?<!\w)[*_~`]+|[*_~`]+(?!\w)")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_RULE: Final = re.compile(r"[|:=-]*--[|:=-]*|\|+[|:-]*")
_PROSE: Final = 3
"""Words from which a text may be Markdown; `a|b` is a pattern, not a table."""


def richest(texts: Sequence[str]) -> str | None:
    """The one text of which all the others are lossy copies, or None where there is none.

    Of texts that say the same in the same markup (one has its lines folded) the longest is taken, so the
    answer does not depend on their order.
    """
    for text in sorted(set(texts), key=_richness, reverse=True):
        if all(other == text or is_lossy_copy(other, text) for other in texts):
            return text
    return None


def is_lossy_copy(copy: str, original: str) -> bool:
    """Whether `copy` has the words of `original`, and no markup that `original` has not.

    Markup that differs is a disagreement: `<api_key>` is no copy of `<token>`.
    """
    prose = max(len(copy.split()), len(original.split())) >= _PROSE
    if not any(_subsequence(_atoms(copy, prose), _atoms(text, prose)) for text in (original, html.unescape(original))):
        return False
    if _words(_strip(copy, "block"), prose) == _words(_strip(original, "block"), prose):
        return True
    return not _readings(copy, prose).isdisjoint(_readings(original, prose))


def _richness(text: str) -> tuple[int, int, int, str]:
    return len(_TAG.findall(html.unescape(text))), len(text), text.count("\n"), text


def _atoms(text: str, prose: bool) -> list[str]:
    """The markup that carries something of its own: tags with what is in them, and where links lead."""
    links = [link[1] for link in _LINK.findall(text)] if prose else []
    return [" ".join(tag.split()).lower() for tag in _TAG.findall(text)] + links


def _subsequence(part: list[str], whole: list[str]) -> bool:
    rest = iter(whole)
    return all(atom in rest for atom in part)


def _readings(text: str, prose: bool) -> set[tuple[str, ...]]:
    """The words of a text, by each way that strippers treat tags and entities."""
    versions = {
        _strip(each, spaced)
        for each in dict.fromkeys((text, html.unescape(text)))
        for spaced in ("none", "block", "all")
    }
    versions |= {html.unescape(version) for version in versions}
    return {tuple(_words(version, prose)) for version in versions}


def _strip(text: str, spaced: str) -> str:
    """The text without tags; a space is left for all of them, for those that break a line, or for none."""
    if spaced == "block":
        text = _INLINE.sub("", text)
    return _TAG.sub("" if spaced == "none" else " ", text)


def _words(text: str, prose: bool) -> list[str]:
    if not prose:
        return text.split()
    text = _LINK.sub(r"\1", text)
    text = _EMPHASIS.sub("", _BULLET.sub("", _ESCAPED.sub(r"\1", text)))
    return " ".join(word for word in text.split() if not _RULE.fullmatch(word)).replace("|", " ").split()
