"""HTML in descriptions as Markdown, which is what OpenAPI has there.

Descriptions are rarely pure HTML: vendors write Markdown with tags in it, `<placeholders>` that look like
tags, and code that holds both. So what is Markdown already is set aside first (code, autolinks, tags that
HTML does not have), only tags of HTML are converted, and text between them is left as it stands.
"""

from __future__ import annotations

import html
import re
from typing import Final

from attrs import frozen

from ..deferred import deferred

with deferred("soupsieve"):  # for selectors of CSS: its patterns take longer to compile than all our HTML to read
    from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import NavigableString

from .source import CODE, DROPPED, EMPHASIS, INLINE, MARK, STRONG, STRUCK, Aside, protect
from .table import table

_LIST_ITEM: Final = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s")
LIMIT: Final = 200_000
"""Longer descriptions, in characters, stay as they are."""


@frozen
class Markdown:
    """The text as Markdown, and remarks about what in it was irregular."""

    text: str
    remarks: tuple[str, ...] = ()


def markdown(text: str) -> Markdown:
    """The text with its HTML as Markdown; one without HTML comes back as it is.

    What comes back has none left, so doing it twice changes nothing.
    """
    found = text
    remarks: tuple[str, ...] = ()
    for _ in range(4):
        step = _once(found)
        if step.text == found:
            return Markdown(found, remarks)
        found, remarks = step.text, (*remarks, *step.remarks)
    return Markdown(text)


def _once(text: str) -> Markdown:
    if "<" not in text or len(text) > LIMIT or MARK[0] in text or MARK[1] in text:
        return Markdown(text)
    aside = Aside()
    open_text = protect(text, aside)
    if "<" not in open_text:
        return Markdown(text)
    try:
        renderer = _Renderer(aside)
        rendered = renderer.children(BeautifulSoup(open_text, "html.parser"))
    except (RecursionError, AssertionError, ValueError):  # nested thousands deep, or a marked section
        return Markdown(text)
    rendered = re.sub(r"[ \t]+\n", "\n", rendered)
    rendered = re.sub(r"\n{3,}", "\n\n", rendered).strip()
    return Markdown(aside.restore(rendered), tuple(renderer.remarks))


class _Renderer:
    """Writes a tree of HTML as Markdown."""

    def __init__(self, aside: Aside) -> None:
        self.aside = aside
        self.remarks: list[str] = []

    def children(self, node: Tag) -> str:
        out = ""
        for child in node.children:
            if isinstance(child, Comment):
                continue
            if isinstance(child, Tag):
                out = _joined(out, self.element(child))
            elif isinstance(child, NavigableString):
                text = str(child)
                if out.endswith("\n"):
                    text = (
                        re.sub(r"^[ \t]*\n?", "", text)
                        if not text.strip() or node.name != "[document]"
                        else text.lstrip(" \t")
                    )
                out += text if node.name == "[document]" else re.sub(r"\s*\n\s*", "\n" if text.strip() else " ", text)
        return out

    def element(self, tag: Tag) -> str:
        name = tag.name.lower()
        if name == "br":
            return _line_break(tag)
        if name in DROPPED or name in ("wbr", "input", "col", "colgroup"):
            return ""
        if name == "hr":
            return "\n\n---\n\n"
        if name == "img":
            source = str(tag.get("src") or "").strip()
            return (
                f"![{tag.get('alt') or ''}]({source})"
                if source and not source.startswith("data:")
                else str(tag.get("alt") or "")
            )
        if name in CODE or name == "pre":
            return self.code(tag)
        if name in ("ul", "ol", "menu"):
            return self.listing(tag)
        if name == "table":
            return self.table(tag)
        return self.text_element(tag, name)

    def text_element(self, tag: Tag, name: str) -> str:
        inner = self.children(tag)
        if re.fullmatch(r"h[1-6]", name):
            return f"\n\n{'#' * int(name[1])} {_one_line(inner)}\n\n"
        if name == "blockquote":
            return "\n\n" + "\n".join(f"> {line}".rstrip() for line in inner.strip().split("\n")) + "\n\n"
        if name in ("dt", "summary"):
            return f"\n\n{_around('**', _one_line(inner))}\n\n"
        for names, mark in ((STRONG, "**"), (EMPHASIS, "*"), (STRUCK, "~~")):
            if name in names:
                return _around(mark, inner)
        if name == "a":
            return self.link(tag, inner)
        if name == "sup":
            return f"^{inner.strip()}" if inner.strip() else ""
        if name in INLINE or name in ("option", "select"):
            return inner
        return f"\n\n{inner.strip()}\n\n" if inner.strip() else "\n\n"

    def link(self, tag: Tag, inner: str) -> str:
        target = self.aside.restore(str(tag.get("href") or "")).strip()
        label = _one_line(inner)
        if not target or re.match(r"(javascript|data|vbscript):", target, re.IGNORECASE):
            return inner
        target = target.replace(" ", "%20").replace("(", "%28").replace(")", "%29")
        if not label:
            return ""
        return self.aside.put(f"<{target}>") if label == target and "://" in target else f"[{label}]({target})"

    def code(self, tag: Tag) -> str:
        text = html.unescape(self.aside.restore(tag.get_text()))
        if tag.name == "pre":
            inner = tag.find("code")
            language = re.search(
                r"lang(?:uage)?-([\w+-]+)", " ".join(_classes(inner if isinstance(inner, Tag) else tag))
            )
            fence = "`" * max(3, _longest_run(text) + 1)
            body = text.strip("\n")
            return "\n\n" + self.aside.put(f"{fence}{language[1] if language else ''}\n{body}\n{fence}") + "\n\n"
        text = " ".join(text.split())
        if not text:
            return ""
        fence = "`" * (_longest_run(text) + 1 if "`" in text else 1)
        pad = " " if text.startswith("`") or text.endswith("`") else ""
        return self.aside.put(f"{fence}{pad}{text}{pad}{fence}")

    def listing(self, tag: Tag) -> str:
        number = int(str(tag.get("start"))) if str(tag.get("start", "")).isdigit() else 1
        lines: list[str] = []
        for child in tag.children:
            if isinstance(child, NavigableString) and not child.strip():
                continue
            inner = self.children(child) if isinstance(child, Tag) and child.name == "li" else self._loose(child)
            inner = re.sub(r"\n{2,}", "\n", inner.strip())
            if not inner:
                continue
            marker = f"{number}. " if tag.name == "ol" else "- "
            number += 1
            lines.append(marker + inner.replace("\n", "\n" + " " * len(marker)))
        nested = tag.find_parent("li") is not None
        return ("\n" if nested else "\n\n") + "\n".join(lines) + ("\n" if nested else "\n\n")

    def _loose(self, node: object) -> str:
        if isinstance(node, Comment):
            return ""
        return self.element(node) if isinstance(node, Tag) else str(node)

    def table(self, tag: Tag) -> str:
        return table(tag, lambda cell: _one_line(self.children(cell)), self.remarks)


def _joined(before: str, after: str) -> str:
    """Two pieces with no more than one blank line between them, and no blank before the first."""
    if not before.strip() and after.startswith("\n"):
        return after.lstrip("\n")
    if before.endswith("\n") and after.startswith("\n"):
        lines = before[len(before.rstrip("\n")) :], after[: len(after) - len(after.lstrip("\n"))]
        return before.rstrip("\n") + max(lines, key=len) + after.lstrip("\n")
    return before + after


def _line_break(tag: Tag) -> str:
    """A break between paragraphs; before an item of a list that is written out, the end of a line."""
    after = tag.next_sibling
    if isinstance(after, NavigableString) and _LIST_ITEM.match(str(after)):
        return "\n"
    return "\n\n"


def _around(mark: str, inner: str) -> str:
    text = inner.strip()
    if not text or "\n\n" in text:
        return inner
    left, right = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    return f"{left}{mark}{text}{mark}{right}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _classes(tag: Tag) -> list[str]:
    found = tag.get("class")
    return [str(each) for each in found] if isinstance(found, list) else [str(found or "")]


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall(r"`+", text)), default=0)
