"""BagListItem."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class BagListItem(StrEnum):
    """BagListItem."""

    P = "p"
    Q = "q"


BAG_LIST_ITEM_MEMBERS: Final = members(BagListItem)
