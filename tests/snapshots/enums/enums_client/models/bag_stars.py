"""BagStars."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class BagStars(StrEnum):
    """BagStars."""

    A_CA8AB8 = "a★"
    A_736BB6 = "a☆"
    VALUE_26C57B = "★"
    EMPTY = ""


BAG_STARS_MEMBERS: Final = members(BagStars)
