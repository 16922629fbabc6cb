"""Telling the HTML in a description from what only looks like it.

Everything that is no tag of HTML is set aside: code, autolinks, entities, `<placeholders>`. What is left can
go through a parser of HTML, and the passages set aside come back into its result.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

VOID: Final = ("br", "hr", "img", "wbr", "input", "col")
OPTIONAL_END: Final = ("p", "li", "td", "th", "tr", "dt", "dd", "thead", "tbody", "tfoot", "option")
"""Elements that HTML lets one leave open."""

BLOCKS: Final = (
    "p", "div", "section", "article", "header", "footer", "main", "aside", "center", "figure", "figcaption",
    "details", "form", "address", "nav", "dl", "dd", "body", "html", "fieldset",
)  # fmt: skip
INLINE: Final = (
    "span",
    "font",
    "u",
    "small",
    "big",
    "sub",
    "abbr",
    "mark",
    "label",
    "cite",
    "ins",
    "var",
    "q",
    "nobr",
)
DROPPED: Final = (
    "script",
    "style",
    "iframe",
    "head",
    "object",
    "embed",
    "noscript",
    "template",
    "svg",
    "video",
)
STRONG: Final = ("b", "strong", "dt", "summary")
EMPHASIS: Final = ("i", "em")
STRUCK: Final = ("del", "s", "strike")
CODE: Final = ("code", "tt", "kbd", "samp")
_OTHER: Final = (
    "a", "sup", "ul", "ol", "menu", "table", "caption", "colgroup", "blockquote", "pre", "h1", "h2", "h3",
    "h4", "h5",
    "h6", "select",
)  # fmt: skip
_KNOWN: Final = frozenset(
    (*VOID, *OPTIONAL_END, *BLOCKS, *INLINE, *DROPPED, *STRONG, *EMPHASIS, *STRUCK, *CODE, *_OTHER)
)

MARK: Final = ("\ue000", "\ue001")
"""Two characters of the private use area, around the number of a passage that was set aside."""

_SET_ASIDE: Final = re.compile(r"\ue000(\d+)\ue001")
_FENCE: Final = re.compile(r"^( {0,3})(`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}\2[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
_SPAN: Final = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n\s*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_TAG: Final = re.compile(r"<!--.*?-->|<(/?)([A-Za-z][A-Za-z0-9]*)((?:\s+[^<>]*?|\s*))(/?)>", re.DOTALL)
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ROW_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)


class Aside:
    """Passages set aside while the rest is read as HTML."""

    def __init__(self) -> None:
        self.passages: list[str] = []

    def put(self, passage: str) -> str:
        self.passages.append(passage)
        return f"{MARK[0]}{len(self.passages) - 1}{MARK[1]}"

    def restore(self, text: str) -> str:
        for _ in range(4):  # a passage can hold another: a code span in a table row
            if MARK[0] not in text:
                break
            text = _SET_ASIDE.sub(lambda match: self.passages[int(match[1])], text)
        return text


def protect(text: str, aside: Aside) -> str:
    """The text with everything set aside that is no tag of HTML, so that only those still have a `<`."""

    def keep(match: re.Match[str]) -> str:
        return aside.put(match[0])

    text = _FENCE.sub(keep, text)
    text = _SPAN.sub(keep, text)
    lines = text.split("\n")
    text = "\n".join(_ROW_BREAK.sub(keep, line) if line.lstrip().startswith("|") else line for line in lines)
    text = _ENTITY.sub(keep, text)
    closed = _closed_tags(text)
    position, parts = 0, []
    for match in _TAG.finditer(text):
        parts.append(_bare(text[position : match.start()], aside))
        is_tag = match[2] is None or match.start() in closed
        parts.append(match[0] if is_tag else aside.put(match[0]))
        position = match.end()
    parts.append(_bare(text[position:], aside))
    return _with_ends("".join(parts))


def _bare(text: str, aside: Aside) -> str:
    return re.sub(r"[<&]", lambda match: aside.put(match[0]), text)


def _closed_tags(text: str) -> set[int]:
    """Where the tags of HTML stand that are meant as such: known ones, closed where they must be.

    `<code>` that is never closed is somebody's placeholder, and so is `<title>` or `<api_key>`.
    """
    found: set[int] = set()
    waiting: dict[str, list[int]] = {}
    for match in _TAG.finditer(text):
        name = (match[2] or "").lower()
        if name not in _KNOWN:
            continue
        if name in VOID:
            found.add(match.start())
        elif not match[1]:
            waiting.setdefault(name, []).append(match.start())
        elif waiting.get(name):
            found.update((waiting[name].pop(), match.start()))
    for name in OPTIONAL_END:
        found.update(waiting.get(name, ()))
    return found


_ENDS: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "li": (("li",), ("ul", "ol", "menu")),
    "p": (("p",), ("div", "li", "td", "th", "blockquote", "section", "dd", "details")),
    "tr": (("tr", "td", "th"), ("table",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "option": (("option",), ("select",)),
}
"""Which open elements the start of another one ends, and which it does not look beyond."""


def _with_ends(text: str) -> str:
    """The text with the end tags that HTML lets one leave away, which the parser does not know."""
    out: list[str] = []
    opened: list[str] = []
    position = 0
    for match in _TAG.finditer(text):
        name = (match[2] or "").lower()
        out.append(text[position : match.start()])
        position = match.start()
        if name and match[1]:
            if name in opened:
                del opened[len(opened) - 1 - opened[::-1].index(name) :]
        elif name and name not in VOID:
            for index in _ended(opened, name):
                out.extend(f"</{each}>" for each in reversed(opened[index:]))
                del opened[index:]
            opened.append(name)
    return "".join(out) + text[position:]


def _ended(opened: list[str], name: str) -> Iterator[int]:
    """Where in the open elements those start that a tag ends, innermost first."""
    ended, walls = _ENDS.get(name, ((), ()))
    for index in range(len(opened) - 1, -1, -1):
        if opened[index] in walls:
            return
        if opened[index] in ended:
            yield index
