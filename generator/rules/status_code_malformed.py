from __future__ import annotations

import re
from typing import Any

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import objects
from ..values import REMOVED, Edit, Note, Spec

_GOOD = re.compile(r"(default|[1-5](\d\d|XX))\Z", re.ASCII)
_ONE = re.compile(r"(?<![\w.])[1-5](\d\d(?!\s*[-–]\s*\d)|xx|\*\*|00\s*[-–]\s*[1-5]99)(?!\w)", re.ASCII | re.IGNORECASE)


def status_code_malformed(spec: Spec) -> Found:
    """Write status codes as OpenAPI has them: `4xx` as `4XX`, `200 OK` as `200`, `400-499` as `4XX`.

    One document of 434 operations writes `4xx`. A key that holds no status is left out, and noted.
    """
    for pointer, operation in objects(spec, "operation"):
        responses = operation.get("responses")
        if not isinstance(responses, dict):
            continue
        taken = {key for key in responses if _GOOD.match(key)}
        for key, value in responses.items():
            if key not in taken and not key.startswith("x-"):
                yield from _rewritten(join(pointer, "responses"), key, value, taken)


def _rewritten(pointer: str, key: str, value: Any, taken: set[str]) -> Found:
    old = join(pointer, key)
    meant = _meant(key)
    free = [each for each in meant if each not in taken]
    if not meant:
        yield Note("normalise", "status-unknown", old, f"{key!r} is no status; the response was left out.")
    for index, status in enumerate(free):
        taken.add(status)
        source = old if index == 0 else None
        yield Edit(join(pointer, status), value, f"The status {key!r} is written {status}.", source=source)
    yield Edit(old, REMOVED, f"{key!r} is no status." if not meant else f"The status {key!r} is {', '.join(meant)}.")


def _meant(key: str) -> list[str]:
    """The statuses that a malformed key names."""
    if key.strip().lower() in ("default", "*", "error", "else", "otherwise", ""):
        return ["default"] if key.strip() else []
    if key.strip().lower() in ("success", "ok"):
        return ["2XX"]
    found = dict.fromkeys(
        text[0] + ("XX" if not text.isdigit() else text[1:]) for text in (match[0] for match in _ONE.finditer(key))
    )
    return list(found)
