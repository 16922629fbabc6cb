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
from .report import Report

_LONGEST: Final = 2_000
_MOST: Final = 5_000
_TITLES: Final = {"breaking": "Breaking", "risky": "Risky", "info": "Harmless", "accepted": "Accepted"}
_VERDICTS: Final = {
    "none": "Nothing changed on the wire",
    "compatible": "Changed, and old callers keep working",
    "breaking": "Old callers break",
}


def html(report: Report) -> str:
    """The page: operations with their changes, the old beside the new, with filters."""
    folder = resources.files(__package__)
    style, script, template = (
        (folder / "assets" / name).read_text(encoding="utf-8") for name in ("page.css", "page.js", "page.html")
    )
    shown = _Shown(report)
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True).from_string(
        template
    ).render(
        report=report,
        groups=shown.groups,
        left_out=max(0, len(report.changes) - _MOST),
        titles=_TITLES,
        verdict=_VERDICTS[report.verdict],
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'",
    )  # fmt: skip


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


class _Shown:
    """The changes as the template wants them."""

    def __init__(self, report: Report) -> None:
        self.groups: list[dict[str, Any]] = []
        left = _MOST
        for operation, changes in report.by_operation().items():
            if left <= 0:
                break
            method, _, path = operation.partition(" ")
            rows = [_row(change) for change in changes[:left]]
            left -= len(rows)
            self.groups.append({"method": method, "path": path, "rows": rows, "worst": rows[0]["level"]})


def _row(change: Change) -> dict[str, Any]:
    level = "accepted" if change.accepted is not None else change.level
    return {
        "level": level,
        "title": _TITLES[level],
        "change": change,
        "old": _value(change.old),
        "new": _value(change.new),
        "words": " ".join(
            filter(None, (change.id, change.operation, change.where, change.path, change.text, change.client))
        ).lower(),
    }


def _value(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], tuple):
        types, form = value
        value = (" | ".join(types) or "any") + (f" ({form})" if form else "")
    text = value if isinstance(value, str) else json.dumps(value, indent=2, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "..."
