"""BagOnenum."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class BagOnenum(StrEnum):
    """BagOnenum."""

    ONLY = "only"


BAG_ONENUM_MEMBERS: Final = members(BagOnenum)
