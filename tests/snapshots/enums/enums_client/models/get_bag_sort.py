"""GetBagSort."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class GetBagSort(StrEnum):
    """GetBagSort."""

    MINUS_A = "-a"
    PLUS_A = "+a"
    A = "a"


GET_BAG_SORT_MEMBERS: Final = members(GetBagSort)
