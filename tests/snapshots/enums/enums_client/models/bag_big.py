"""BagBig."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from .._runtime.codec import members


class BagBig(IntEnum):
    """BagBig."""

    VALUE_9007199254740993 = 9007199254740993
    VALUE_123456789012345678901234567890 = 123456789012345678901234567890


BAG_BIG_MEMBERS: Final = members(BagBig)
