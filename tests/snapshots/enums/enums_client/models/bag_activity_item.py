"""BagActivityItem."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class BagActivityItem(StrEnum):
    """BagActivityItem."""

    CLICK = "click"
    OPEN = "open"


BAG_ACTIVITY_ITEM_MEMBERS: Final = members(BagActivityItem)
