"""BagInteger."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from .._runtime.codec import members


class BagInteger(IntEnum):
    """BagInteger."""

    VALUE_MINUS_1 = -1
    VALUE_0 = 0
    VALUE_1 = 1
    VALUE_100 = 100


BAG_INTEGER_MEMBERS: Final = members(BagInteger)
