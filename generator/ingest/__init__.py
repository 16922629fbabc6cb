"""Pages in, and the document found in each: the text is decoded, its format decided by what it says."""

from __future__ import annotations

import codecs
import hashlib
import json
import re
from pathlib import Path
from typing import Final, Literal

from ..errors import UnusableInput
from ..formats.json_tokens import Fault
from ..formats.places import line_and_column
from ..reference_page import looks_like_reference_page
from ..values import Fragment, Page
from .embedded import VERSIONED, Found, json_documents, yaml_documents

SIZE_LIMIT: Final = 50_000_000
"""Bytes of a page. The largest of 339 published documents has 4 MB."""

CONTAINER_LIMIT: Final = 2_000_000
"""Objects and lists in a JSON page: each takes hundreds of bytes once read, and memory is not endless."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""UTF-32 before UTF-16: its little-endian mark starts with the other's."""

_PACKED: Final = (
    (b"\x1f\x8b", "gzip data"),
    (b"PK\x03\x04", "a zip archive"),
    (b"%PDF-", "a PDF"),
    (b"\x7fELF", "a program"),
)
"""What is saved or served in the place of a document, by its first bytes."""

_WORDS: Final = ("openapi", "swagger", "paths", "components")
_BARE_KEY: Final = re.compile(r"""\s*\{\s*(?:#[^\n]*\n\s*)*['A-Za-z$/]""")
_HTML: Final = re.compile(r"\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_TITLE: Final = re.compile(r"<title[^>]*>([^<]{0,200})", re.IGNORECASE)
_SWAGGER_1: Final = re.compile(r"""["']?\bswaggerVersion["']?\s*:""")
_MENTION: Final = re.compile(r"""(?:["']|&quot;|&#34;)(?:openapi|swagger)(?:["']|&quot;|&#34;)\s*:""")


def read_page(path: Path) -> Page:
    """The page in a file; its name is the file's. Raises UnusableInput where it cannot be read as text."""
    try:
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except OSError as error:
        advice = "; name the documents in it" if isinstance(error, IsADirectoryError) else ""
        raise UnusableInput(f"{path}: cannot be read: {error.strerror or error}{advice}") from None
    return read_text_page(path.name, data)


def read_text_page(name: str, data: bytes, url: str | None = None) -> Page:
    """The page in some bytes: UTF-8, or what a byte order mark says. The hash is of the raw bytes."""
    if len(data) > SIZE_LIMIT:
        raise UnusableInput(f"{name}: larger than {SIZE_LIMIT:,} bytes; give the API description alone")
    packed = next((kind for magic, kind in _PACKED if data.startswith(magic)), None)
    if packed is not None:
        raise UnusableInput(f"{name}: {packed}, not text; unpack it or export the API description itself")
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        offset = len(data) - len(error.object) + error.start
        before = data[:offset].decode(encoding, "replace")
        raise UnusableInput(
            f"{name}:{line_and_column(before, len(before))[0]}: the bytes at offset {offset} "
            f"(0x{data[offset]:02x}) are not {encoding.upper()}; save the page as UTF-8"
        ) from None
    return Page(name=name, text=text, sha256=hashlib.sha256(data).hexdigest(), url=url)


def find_document(page: Page) -> Fragment:
    """The document in a page, wherever it stands and whatever is around it.

    A document is an outermost JSON object, or a YAML block at the left margin, that has `openapi` or
    `swagger`; where there is none, one that has `paths` or `components` (a page cut at both ends, or
    one whose version line was lost) is taken. A page of a rendered API reference has neither: it is given
    back whole, as a "reference". Raises UnusableInput for no document, and for two.
    """
    found = _documents(page)
    if len(found) > 1:
        lines = " and ".join(str(line_and_column(page.text, each.start)[0]) for each in found[:5])
        raise UnusableInput(f"{page.name}: two documents in one page, at lines {lines}; give each a page of its own")
    if found:
        return _fragment(page, found[0])
    if looks_like_reference_page(page.text):
        return Fragment(page, "reference", page.text)
    if page.text.lstrip().startswith("{") and _mentions(page.text) and not _is_json(page.text):
        # Whatever is wrong with it, it means to be JSON: the reader says what, and where.
        start = len(page.text) - len(page.text.lstrip())
        return _fragment(page, Found(start, len(page.text.rstrip()), braced_format(page.text), 0))
    raise UnusableInput(_nothing(page))


def braced_format(text: str) -> Literal["json", "yaml"]:
    """The format of a text that begins with a brace: a first key without double quotes is YAML on one line."""
    return "yaml" if _BARE_KEY.match(text) else "json"


def _documents(page: Page) -> list[Found]:
    if not _mentions(page.text):
        return []
    try:
        objects = json_documents(page.text)
    except Fault as fault:
        line, column = line_and_column(page.text, fault.offset)
        raise UnusableInput(f"{page.name}:{line}:{column}: {fault.message}") from None
    blocks = yaml_documents(page.text)
    found = [
        *(each for each in objects if not any(_within(each, block) for block in blocks)),
        *(each for each in blocks if not any(_within(each, other) for other in objects)),
    ]
    sure = [each for each in found if each.sureness == VERSIONED] or found
    return sorted(sure, key=lambda each: each.start)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _within(inner: Found, outer: Found) -> bool:
    return outer.start < inner.start < outer.end


def _mentions(text: str) -> bool:
    return any(word in text for word in _WORDS)


def _fragment(page: Page, found: Found) -> Fragment:
    text = page.text[found.start : found.end]
    if found.format == "json" and text.count("{") + text.count("[") > CONTAINER_LIMIT:
        raise UnusableInput(f"{page.name}: more than {CONTAINER_LIMIT:,} objects and lists in one document")
    line, column = line_and_column(page.text, found.start)
    return Fragment(page, found.format, text, line, column)


def _nothing(page: Page) -> str:
    """Why there is no document, as far as it shows."""
    wanted = "an API description has `openapi` or `swagger` at its top"
    if not page.text.strip():
        return f"{page.name}: the page is empty; {wanted}"
    if _SWAGGER_1.search(page.text):
        return f"{page.name}: this is Swagger 1, whose grammar is another; convert it to Swagger 2 or OpenAPI 3 first"
    mention = _MENTION.search(page.text)
    if mention:
        line, _ = line_and_column(page.text, mention.start())
        return (
            f"{page.name}:{line}: no document in the page: the `openapi` here is inside another object "
            f"or markup; save the API description by itself"
        )
    if _HTML.match(page.text):
        title = _TITLE.search(page.text)
        called = f" ({' '.join(title[1].split())!r})" if title and title[1].strip() else ""
        return f"{page.name}:1: an HTML page{called} with no document in it; was the URL an error page?"
    return f"{page.name}: no document in the page; {wanted}"
