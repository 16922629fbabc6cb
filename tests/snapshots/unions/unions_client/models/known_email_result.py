"""KnownEmailResult."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class KnownEmailResult(StrEnum):
    """KnownEmailResult."""

    GOOD = "good"
    BAD = "bad"


KNOWN_EMAIL_RESULT_MEMBERS: Final = members(KnownEmailResult)
