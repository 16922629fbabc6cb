"""BagWrong."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from .._runtime.codec import members


class BagWrong(IntEnum):
    """BagWrong."""

    VALUE_1 = 1
    VALUE_2 = 2


BAG_WRONG_MEMBERS: Final = members(BagWrong)
