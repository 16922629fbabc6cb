"""BagMixed."""

from __future__ import annotations

from enum import Enum
from typing import Final

from .._runtime.codec import members


class BagMixed(Enum):
    """BagMixed."""

    VALUE_1_53573A = 1
    VALUE_1_430B65 = "1"
    TRUE = "true"
    VALUE_1_5 = 1.5


BAG_MIXED_MEMBERS: Final = members(BagMixed)
