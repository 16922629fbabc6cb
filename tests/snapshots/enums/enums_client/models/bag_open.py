"""BagOpen."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class BagOpen(StrEnum):
    """BagOpen."""

    K = "k"
    L = "l"


BAG_OPEN_MEMBERS: Final = members(BagOpen)
