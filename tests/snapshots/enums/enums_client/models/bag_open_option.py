"""BagOpenOption."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class BagOpenOption(StrEnum):
    """BagOpenOption."""

    K = "k"
    L = "l"


BAG_OPEN_OPTION_MEMBERS: Final = members(BagOpenOption)
