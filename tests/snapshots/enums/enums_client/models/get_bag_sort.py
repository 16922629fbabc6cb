"""GetBagSort."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class GetBagSort(StrEnum):
    """GetBagSort."""

    A_C213CD = "-a"
    A_E620F9 = "+a"
    A_301DF9 = "a"


GET_BAG_SORT_MEMBERS: Final = members(GetBagSort)
