"""What a schema says about a value, in words: for docstrings and the package's documents."""

from __future__ import annotations

from typing import Any, Final

BOUNDS: Final = (
    ("minimum", "at least {}"), ("exclusiveMinimum", "more than {}"), ("maximum", "at most {}"),
    ("exclusiveMaximum", "less than {}"), ("multipleOf", "a multiple of {}"), ("minLength", "at least {} characters"),
    ("maxLength", "at most {} characters"), ("minItems", "at least {} items"), ("maxItems", "at most {} items"),
)  # fmt: skip

LONGEST: Final = 200
"""Characters of a list or map that is shown as a default: some are whole configurations."""


def describe(use: dict[str, Any], values: str = "") -> str:
    """The description and after it, in one sentence each, the allowed values, the limits and the server's default."""
    text = use.get("description")
    parts = [text.strip()] if isinstance(text, str) and text.strip() else []
    if values:
        parts.append(values)
    limits = [
        words.format(use[key]) for key, words in BOUNDS
        if isinstance(use.get(key), int | float) and not isinstance(use[key], bool) and abs(use[key]) < 1e15
    ]  # fmt: skip
    if limits:
        parts.append(f"Limits: {', '.join(limits)}.")
    if "default" in use and _is_shown(use["default"]):
        parts.append(f"The server's default: {use['default']!r}.")
    if use.get("deprecated") is True:
        parts.append("Deprecated.")
    if not parts:
        return ""
    head, *rest = parts
    if not rest:
        return head
    return f"{head}\n\n{' '.join(rest)}" if "\n" in head else " ".join([_sentence(head), *rest])


def _is_shown(default: Any) -> bool:
    if isinstance(default, list | dict):
        return len(repr(default)) <= LONGEST
    return isinstance(default, str | int | float | bool)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", ":", ")", "|", "`")) else f"{text}."
