"""OfMatchChange."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class OfMatchChange(StrEnum):
    """OfMatchChange."""

    MADE = "made"
    CHANGED = "changed"


OF_MATCH_CHANGE_MEMBERS: Final = members(OfMatchChange)
