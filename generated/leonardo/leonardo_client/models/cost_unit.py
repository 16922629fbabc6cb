"""CostUnit."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class CostUnit(StrEnum):
    """The unit of the cost. Can be CREDITS or DOLLARS. Note: DOLLARS unit only supports PAYG plan."""

    CREDITS = "CREDITS"
    DOLLARS = "DOLLARS"


COST_UNIT_MEMBERS: Final = members(CostUnit)
