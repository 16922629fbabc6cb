"""The reference page that is kept here, and how the tests read one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.reference_page import ReferenceDocument, parse_reference_page
from generator.values import Fragment, Page

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "specs/scenario/source/models.txt").read_text(encoding="utf-8")
LINES = PAGE.split("\n")


def parse(text: str, line: int = 1) -> ReferenceDocument:
    return parse_reference_page(Fragment(Page("page.txt", text, "0"), "reference", text, line), "page")


def bare(node: Any) -> Any:
    """A schema without its texts."""
    if isinstance(node, dict):
        return {
            key: bare(value)
            for key, value in node.items()
            if not (key in ("description", "summary") and isinstance(value, str))
        }
    return [bare(item) for item in node] if isinstance(node, list) else node
