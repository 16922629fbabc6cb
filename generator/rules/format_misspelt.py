from __future__ import annotations

import re
from typing import Final

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import nodes
from ..values import Edit, Spec

_KNOWN: Final = ("date", "date-time", "binary", "byte", "uuid", "email", "uri", "password")
_MEANT: Final = {re.sub(r"\W", "", name): name for name in _KNOWN} | {
    "datetimeiso8601": "date-time", "iso8601": "date-time", "iso8601datetime": "date-time", "rfc3339": "date-time",
    "isodate": "date", "file": "binary", "fulldate": "date", "base64": "byte",
}  # fmt: skip
"""What is meant by a word, without its signs and in small letters."""


def format_misspelt(spec: Spec) -> Found:
    """Write the formats that a client reads as the standard has them: `datetime` and `dateTime` are `date-time`.

    A part of a form whose format is `file` is a file. A format of a text that nobody defines stays what it is.
    """
    for pointer, schema in nodes(spec, "schema"):
        named = schema.get("format") if isinstance(schema, dict) else None
        if not isinstance(named, str) or named in _KNOWN:
            continue
        kind = schema.get("type", "string")
        if kind != "string" and not (isinstance(kind, list) and "string" in kind):
            continue
        meant = _MEANT.get(re.sub(r"[\W_]", "", named).lower())
        if meant is not None:
            yield Edit(join(pointer, "format"), meant, f"The format is called {meant}.")
