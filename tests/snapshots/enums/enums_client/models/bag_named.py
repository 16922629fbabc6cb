"""BagNamed."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from .._runtime.codec import members


class BagNamed(IntEnum):
    """BagNamed."""

    FIRST = 1
    SECOND = 2


BAG_NAMED_MEMBERS: Final = members(BagNamed)
