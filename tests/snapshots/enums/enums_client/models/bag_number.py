"""BagNumber."""

from __future__ import annotations

from enum import Enum
from typing import Final

from .._runtime.codec import members


class BagNumber(float, Enum):
    """BagNumber."""

    VALUE_1_5 = 1.5
    VALUE_2 = 2
    VALUE_1E30 = 1e30
    VALUE_MINUS_0_5 = -0.5


BAG_NUMBER_MEMBERS: Final = members(BagNumber)
