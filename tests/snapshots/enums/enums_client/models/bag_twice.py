"""BagTwice."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class BagTwice(StrEnum):
    """BagTwice."""

    Z = "z"


BAG_TWICE_MEMBERS: Final = members(BagTwice)
