"""OfMatchType."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class OfMatchType(StrEnum):
    """OfMatchType."""

    MATCH = "match"


OF_MATCH_TYPE_MEMBERS: Final = members(OfMatchType)
