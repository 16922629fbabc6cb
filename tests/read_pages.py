"""Reading a page that a test writes: the document, or why it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import UnusableInput
from generator.ingest import find_document, read_text_page
from generator.repair import parse
from generator.values import Document

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "specs" / "leonardo" / "source"


def read(text: str | bytes) -> Document:
    data = text.encode() if isinstance(text, str) else text
    return parse(find_document(read_text_page("page.txt", data)), "doc")


def refusal(text: str | bytes) -> str:
    with pytest.raises(UnusableInput) as error:
        read(text)
    return str(error.value)
