"""The changelog of a package: one line for each change of the API, breaking ones marked."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Final

from .values import Change

NAME: Final = "CHANGELOG.md"
_HEAD: Final = "# Changelog\n"
_MARKUP: Final = re.compile(r"([\\`*_\[\]<>&|~#@])")


def first(version: str) -> str:
    """The changelog that a package begins with."""
    return f"{_HEAD}\n## {version}\n\n- First version.\n"


def added(
    text: str, version: str, date: datetime.date, changes: Iterable[Change], *, documents: Iterable[str] = ()
) -> str:
    """The text with an entry for a version, newest first; `documents` are those that changed, for one without changes."""
    lines = list(dict.fromkeys(_line(change) for change in changes))
    if not lines:
        named = ", ".join(documents)
        lines = [f"- Documentation and internals only{f' ({named})' if named else ''}."]
    entry = f"## {version} ({date.isoformat()})\n\n" + "\n".join(lines) + "\n"
    body = text.removeprefix(_HEAD).strip("\n")
    return f"{_HEAD}\n{entry}" + (f"\n{body}\n" if body else "")


def _line(change: Change) -> str:
    """`- **Breaking:** POST /models: modelType: enum value removed VECTOR (CustomModelType.VECTOR removed)`."""
    mark = "**Breaking:** " if change.level == "breaking" else ""
    where = f"{_plain(change.operation)}: " if change.operation else ""
    effect = f" ({_plain(change.client)})" if change.client and change.client != change.text else ""
    return f"- {mark}{where}{_plain(change.text)}{effect}"


def _plain(text: str) -> str:
    """Text of a spec on one line, in which nothing is markup."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
