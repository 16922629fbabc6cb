"""BagDate."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class BagDate(StrEnum):
    """BagDate."""

    VALUE_2024_01_01 = "2024-01-01"


BAG_DATE_MEMBERS: Final = members(BagDate)
