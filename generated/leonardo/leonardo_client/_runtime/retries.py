"""What may be repeated, and when.

Nothing that may already have happened is repeated by itself: creating costs money, there is no idempotency
key, and the peers re-send creates up to seven times. So GET, HEAD, OPTIONS and DELETE are repeated on any
failure that may pass; every other method (PUT too, although HTTP calls it idempotent: a vendor's PUT may start
a job) only when the request was never sent, or the answer says that it was turned away: 429, or 503 with
Retry-After.
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from typing import Final

REPEATABLE: Final = frozenset({"GET", "HEAD", "OPTIONS", "DELETE"})

FIRST_DELAY: Final = 0.5
LONGEST_DELAY: Final = 8.0
LONGEST_RETRY_AFTER: Final = 60.0
"""Seconds. A server that asks for more (3600 has been seen) gets no more requests: the caller gets the error."""


def retry_after(headers: Mapping[str, str], now: float | None = None) -> float | None:
    """The seconds that a response asks to wait, given in milliseconds, seconds or as a date; None if it does not."""
    text = headers.get("retry-after-ms")
    if text is not None:
        number = _number(text)
        if number is not None:
            return number / 1000
    text = headers.get("retry-after")
    if text is None:
        return None
    number = _number(text)
    return number if number is not None else _until(text, now)


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return None if math.isnan(value) else max(0.0, value)


def _until(text: str, now: float | None) -> float | None:
    from datetime import UTC
    from email.utils import parsedate_to_datetime
    from time import time

    try:
        when = parsedate_to_datetime(text)
        when = when if when.tzinfo is not None else when.replace(tzinfo=UTC)
        return max(0.0, when.timestamp() - (time() if now is None else now))
    except (ValueError, OverflowError, IndexError, TypeError):
        return None


def after_status(method: str, status: int, headers: Mapping[str, str]) -> bool:
    """Whether an answer of this status may be asked for again."""
    if status == 429:
        return True
    if method in REPEATABLE:
        return status == 408 or status >= 500
    return status == 503 and retry_after(headers) is not None


def after_failure(method: str, *, sent: bool) -> bool:
    """Whether a request that got no answer may be sent again; `sent` is False only if it surely never left."""
    return not sent or method in REPEATABLE


def backoff(attempt: int, headers: Mapping[str, str] | None = None) -> float | None:
    """Seconds to wait before the attempt after this one (from 0); None if the server asks for too long a wait."""
    asked = retry_after(headers) if headers is not None else None
    if (
        asked
    ):  # none at all (0, less than 0, a date that is past) is how clocks and servers err: then as usual
        return None if asked > LONGEST_RETRY_AFTER else asked
    delay = min(FIRST_DELAY * 2.0 ** min(attempt, 16), LONGEST_DELAY)
    return delay * (0.75 + 0.25 * random.random())
