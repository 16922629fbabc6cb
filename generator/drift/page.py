"""The report as one HTML file that needs nothing else and lets nothing else in.

Every word of a spec passes through Jinja's escaping. The page allows only its own style and script, by
their hashes, so that even a word that slipped through could not run.
"""

from __future__ import annotations

import base64
import hashlib
import json
from importlib import resources
from typing import Any, Final

from jinja2 import Environment, StrictUndefined

from ..values import Change
from .excerpt import Excerpt, Line, excerpt
from .report import Report
from .words import happened

_LONGEST: Final = 2_000
_MOST: Final = 5_000
_EXCERPTS: Final = 1_000
_OPEN: Final = 12
_EFFECTS: Final = 5
_TITLES: Final = {"breaking": "Breaking", "risky": "Risky", "info": "Harmless", "accepted": "Accepted"}
_VERDICTS: Final = {
    "none": "Nothing changed",
    "compatible": "Changed, and old callers keep working",
    "risky": "Changed, and some callers may notice",
    "breaking": "Old callers break",
}
_PARAMETERS: Final = ("query", "path", "header", "cookie")


def html(report: Report) -> str:
    """The page: operations with their changes, the old beside the new, with filters."""
    folder = resources.files(__package__)
    tone = "risky" if report.verdict == "compatible" and report.counts["risky"] else report.verdict
    style, script, template = (
        (folder / "assets" / name).read_text(encoding="utf-8") for name in ("page.css", "page.js", "page.html")
    )
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True).from_string(
        template
    ).render(
        report=report,
        groups=_groups(report),
        left_out=max(0, len(report.changes) - _MOST),
        titles=_TITLES,
        few=_EFFECTS,
        tone=tone,
        verdict=_VERDICTS[tone],
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'",
    )  # fmt: skip


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _groups(report: Report) -> list[dict[str, Any]]:
    """The operations with their changes as the template wants them."""
    groups: list[dict[str, Any]] = []
    left, excerpts = _MOST, _EXCERPTS
    for operation, changes in report.by_operation().items():
        parts = {"The whole document": changes} if not operation else {operation: changes}
        if not operation:
            placed = [change for change in changes if change.pointer or change.old_pointer]
            parts = {"The whole document": placed, "The client": [one for one in changes if one not in placed]}
        for title, found in parts.items():
            rows = [_row(report, change, with_excerpt=at < excerpts) for at, change in enumerate(found[: max(0, left)])]
            left, excerpts = left - len(rows), excerpts - len(rows)
            method, _, path = title.partition(" ") if operation else ("", "", title)
            if rows:
                groups.append({"method": method, "path": path, "rows": rows, "worst": rows[0]["level"]})
    return groups


def _row(report: Report, change: Change, *, with_excerpt: bool) -> dict[str, Any]:
    level = "accepted" if change.accepted is not None else change.level
    seen = excerpt(*report.specs, change) if report.specs is not None and with_excerpt else None
    sides = seen or Excerpt(_value(change, change.old), _value(change, change.new))
    effects = _effects(change)
    has_more = sides.old is not None or sides.new is not None or bool(effects)
    subject, headline, detail = _headline(change)
    said = (change.id, change.operation, change.where, change.path, change.text, change.client)
    return {
        "level": level,
        "title": _TITLES[level],
        "change": change,
        "subject": subject,
        "headline": headline,
        "detail": detail,
        "place": _place(change),
        "sides": sides,
        "effects": effects,
        "one_place": change.old_pointer == change.pointer,
        "open": has_more and (level in ("breaking", "risky") or len(report.changes) <= _OPEN),
        "words": " ".join(filter(None, said)).lower(),
    }


def _effects(change: Change) -> list[str]:
    """What happens to the client, one thing each; nothing for a change whose own words say it."""
    own = not change.pointer and not change.old_pointer and not change.operation
    return change.client.split("; ") if change.client and not own else []


def _headline(change: Change) -> tuple[str, str, str]:
    """What it is about, what happened, and which one: `modelType`, `enum value removed`, `VECTOR`.

    The values that the text has in brackets are beside each other below.
    """
    words = happened(change.id, change.old, change.new)
    about, found, rest = change.text.partition(words)
    if not found or (about and not about.endswith(": ")):
        symbol, colon, rest = change.text.partition(": ")
        return (symbol, rest, "") if colon and not change.pointer else ("", change.text, "")
    subject, detail = about.removesuffix(": "), rest.strip()
    return subject, words, "" if detail.startswith("(") else detail.partition(" (")[0]


def _place(change: Change) -> str:
    """Where in its operation: `request body`, `response 200`, `query parameter limit`."""
    kind, _, name = change.where.partition(" ")
    if kind in _PARAMETERS:
        return f"{kind} parameter {name}".strip()
    return f"{change.direction} {change.where}" if change.where and change.direction != "none" else change.where


def _value(change: Change, value: Any) -> tuple[Line, ...] | None:
    """A value as lines, all of them marked; None for nothing."""
    if value is None:
        return None
    if isinstance(value, bool) and ("-required" in change.id or "-optional" in change.id):
        value = "required" if value else "optional"
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], tuple):
        types, form = value
        value = (" | ".join(types) or "any") + (f" ({form})" if form else "")
    text = value if isinstance(value, str) else json.dumps(value, indent=2, ensure_ascii=False, default=str)
    text = text if len(text) <= _LONGEST else text[:_LONGEST] + "..."
    return tuple(Line("changed", ((line, False),)) for line in text.splitlines() or [""])
