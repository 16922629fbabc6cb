"""The changelog of a package: one line for each change of the API, breaking ones marked."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from typing import Final

from .values import Change

NAME: Final = "CHANGELOG.md"
_HEAD: Final = "# Changelog\n"
_MARKUP: Final = re.compile(r"([\\`*_\[\]<>&|~#@])")


def first(version: str) -> str:
    """The changelog that a package begins with."""
    return f"{_HEAD}\n## {version}\n\n- First version.\n"


def added(
    text: str,
    version: str,
    date: datetime.date,
    changes: Iterable[tuple[Change, Sequence[str]]],
    *,
    documents: Iterable[str] = (),
) -> str:
    """The text with an entry for a version, newest first: a line for each change, with the other places that have it.

    `documents` are those that changed, for a version without changes.
    """
    lines = list(dict.fromkeys(_line(*each) for each in changes))
    if not lines:
        named = ", ".join(documents)
        lines = [f"- Documentation and internals only{f' ({named})' if named else ''}."]
    entry = f"## {version} ({date.isoformat()})\n\n" + "\n".join(lines) + "\n"
    body = text.removeprefix(_HEAD).strip("\n")
    return f"{_HEAD}\n{entry}" + (f"\n{body}\n" if body else "")


def _line(change: Change, also: Sequence[str]) -> str:
    """`- **Breaking:** POST /models: modelType: enum value removed VECTOR (CustomModelType.VECTOR removed)`."""
    mark = "**Breaking:** " if change.level == "breaking" else ""
    where = f"{_plain(change.operation)}: " if change.operation else ""
    is_said = not change.client or (not change.operation and change.client.startswith(f"{change.path} "))
    effect = f" ({_plain(change.client or '')})" if not is_said and change.client != change.text else ""
    others = f"; also in {', '.join(_plain(place) for place in also)}" if also else ""
    return f"- {mark}{where}{_plain(change.text)}{effect}{others}"


def _plain(text: str) -> str:
    """Text of a spec on one line, in which nothing is markup."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
