"""Finding a document inside a page: where its JSON object or its YAML block starts and ends.

These look only as closely as they must. What they cut out is read strictly afterwards, so an error inside
the document is found there, with its place.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from attrs import define, frozen

from ..formats.json_tokens import Fault
from ..formats.scanner import DEPTH, TOO_DEEP

VERSIONED: Final = 2
NAMED: Final = 1
"""How sure it is that this is a document: it has `openapi` or `swagger`, or only `paths` or `components`."""

ENOUGH: Final = 5
"""More documents than this in a page need not be counted: two are an error."""

_KEYS: Final = {'"openapi"': VERSIONED, '"swagger"': VERSIONED, '"paths"': NAMED, '"components"': NAMED}
_COLON: Final = re.compile(r"\s*:")
_OBJECT: Final = re.compile(r"""\{\s*(?:"|'|//|/\*|#|openapi\b|swagger\b)""")
_TOKEN: Final = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[{}\[\]]', re.DOTALL)
_CONTINUED: Final = re.compile(r'\s*(?:[,:\]}]|"[^"\\\n]*"\s*[:,\]}])')

_TRAILER: Final = re.compile(
    r"^[ \t]*(?:#|//|<!--|\[|\(|\.{3}|…|-{3}|={3}|\*|>)[ \t#*=\-\[(.…<!>]*"
    r"(?:(?:output|content|file|document|page|text|response)[ \t]+(?:was|is)?[ \t]*)?truncated\b.*"
    r"|^[ \t]*\[?(?:\.{3}|…)\]?[ \t]*(?:\(?[\d,.]+ more (?:lines|bytes|characters|chars)\)?)?\s*\Z",
    re.IGNORECASE | re.MULTILINE,
)
_MARKED: Final = re.compile(r"\ufeff?(?:[ \t]*(?:#.*)?\r?\n|%[^\n]*\n)*---(?:\s|\Z)")
_TRAILER_WINDOW: Final = 4096
"""A trailer is a line or three at the very end; an earlier `# truncated` is a part of the document."""

_BLOCK_KEY: Final = re.compile(r"""(?:[\w$.<-]+|"[^"\n]*"|'[^'\n]*')[ \t]*:(?:\s|$)|[?*&!]\S*""")
_ROOT_KEY: Final = re.compile(
    r"""["']?(?:openapi|swagger|info|servers|paths|components|security|tags|externalDocs|webhooks|"""
    r"""jsonSchemaDialect|\$self|host|basePath|schemes|consumes|produces|definitions|parameters|responses|"""
    r"""securityDefinitions|x-[\w.-]+)["']?[ \t]*:(?:\s|$)"""
)
_VERSION_KEY: Final = re.compile(r"""^["']?(?:openapi|swagger)["']?[ \t]*:[ \t]+["']?\d""", re.MULTILINE)
_NAMED_KEY: Final = re.compile(r"""^["']?(?:paths|components)["']?[ \t]*:[ \t]*(?:#.*)?\r?$""", re.MULTILINE)
_BREAK: Final = re.compile(r"^(?:```|~~~|</?[A-Za-z!]|\{)", re.MULTILINE)
_SOLID_LINE: Final = re.compile(r"^[ \t\r\f\v]*+\S.*", re.MULTILINE)
_UNINDENTED: Final = re.compile(r"^[^ \t\r\n-]", re.MULTILINE)
_CHUNK: Final = 65_536


@frozen
class Found:
    """A part of a page that looks like a document, from `start` up to `end`."""

    start: int
    end: int
    format: Literal["json", "yaml"]
    sureness: int


@define
class _Open:
    start: int
    sureness: int = 0


def trailer(text: str) -> re.Match[str] | None:
    """The line that says the page was cut short, if any (`# --- truncated at 32 KB (53 KB total) ---`).

    Three dots alone are none where three dashes begin the page: so YAML marks both ends of a document.
    """
    mark = _TRAILER.search(text, max(0, len(text) - _TRAILER_WINDOW))
    return None if mark and mark[0].rstrip() == "..." and _MARKED.match(text) else mark


def json_documents(text: str) -> list[Found]:
    """The outermost JSON objects of a page that have a key of an API description, in order.

    Prose may hold braces (`GET /generations/{id}`): only a brace with a key after it opens an object here.
    An object that never closes goes on to the trailer, or to the end of the page. Raises Fault for one
    nested too deep.
    """
    documents: list[Found] = []
    at = 0
    while len(documents) < ENOUGH and (start := _OBJECT.search(text, at)):
        end, sureness = _object_end(text, start.start())
        at = len(text) if end is None else end
        if end is None:
            end = _cut_end(text, start.start())
        elif sureness and _CONTINUED.match(text, end):
            # A brace too many would end the document early: whoever reads it must see what goes on after it.
            at = end = _cut_end(text, start.start())
        if sureness:
            documents.append(Found(start.start(), end, "json", sureness))
    return documents


def _object_end(text: str, start: int) -> tuple[int | None, int]:
    """Where the object at `start` closes (None where it does not), and how much it looks like a document."""
    stack: list[_Open | None] = []
    for token in _TOKEN.finditer(text, start):
        string = token.group()
        if string == "{" or string == "[":
            if len(stack) >= DEPTH:
                raise Fault(token.start(), TOO_DEEP)
            stack.append(_Open(token.start()) if string == "{" else None)
        elif string == "}" or string == "]":
            closed = stack.pop()
            if not stack:
                return token.end(), closed.sureness if closed else 0
        elif string in _KEYS and len(stack) == 1 and _COLON.match(text, token.end()) and stack[0]:
            stack[0].sureness = max(stack[0].sureness, _KEYS[string])
    return None, stack[0].sureness if stack and stack[0] else 0


def _cut_end(text: str, start: int) -> int:
    """Where a document that does not close ends. The line ends before a trailer belong to the trailer."""
    mark = trailer(text)
    end = mark.start() if mark and mark.start() > start else len(text)
    return start + len(text[start:end].rstrip("\r\n"))


def yaml_documents(text: str) -> list[Found]:
    """The blocks of a page that read as YAML with a key of an API description, in order."""
    for key, sureness in ((_VERSION_KEY, VERSIONED), (_NAMED_KEY, NAMED)):
        blocks: list[Found] = []
        at = 0
        while len(blocks) < ENOUGH and (match := key.search(text, at)):
            start, end = _block_start(text, match.start(), at), _block_end(text, match.end())
            blocks.append(Found(start, end, "yaml", sureness))
            at = max(end, match.end())
        if blocks:
            return blocks
    return []


def _block_start(text: str, at: int, floor: int) -> int:
    """Up from a root key over what may stand before it: known root keys, unless the page is all YAML."""
    above = (line.group() for line in _SOLID_LINE.finditer(text, 0, at))
    if floor == 0 and all(_in_block(line, _BLOCK_KEY) or line.startswith("---") for line in above):
        return 0
    start = at
    while start > floor:
        before = text.rfind("\n", 0, start - 1) + 1
        if before < floor or not _in_block(text[before:start], _ROOT_KEY):
            break
        start = before if text[before:start].strip() else _blank_start(text, floor, start)
    solid = _UNINDENTED.search(text, start, at)
    return solid.start() if solid else at


def _block_end(text: str, at: int) -> int:
    """Down from a root key to a fence, to markup or to the end, without the prose after a last blank line."""
    mark = trailer(text)
    stop = mark.start() if mark and mark.start() > at else len(text)
    found = _BREAK.search(text, at + 1, stop)
    last = end = found.start() if found else stop
    while end > at:
        before = text.rfind("\n", at, end - 1) + 1
        if before <= at or (_in_block(text[before:end], _BLOCK_KEY) and text[before:end].strip()):
            break
        if not text[before:end].strip():
            last = before = _blank_start(text, at, end)
        end = before
    return at + len(text[at:last].rstrip("\r\n"))


def _blank_start(text: str, floor: int, end: int) -> int:
    """Where the blank lines before the line end at `end` begin; a page may have millions of them."""
    solid = end
    while solid > floor:
        start = max(floor, solid - _CHUNK)
        kept = text[start:solid].rstrip()
        solid = start + len(kept)
        if kept:
            break
    return text.find("\n", solid, end) + 1 or end


def _in_block(line: str, key: re.Pattern[str]) -> bool:
    return line.strip() == "" or line[0] in " \t#%" or line.startswith(("- ", "-\n", "]", "}")) or bool(key.match(line))
