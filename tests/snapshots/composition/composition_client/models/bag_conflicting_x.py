"""BagConflictingX."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class BagConflictingX(StrEnum):
    """BagConflictingX."""

    A = "a"
    B = "b"


BAG_CONFLICTING_X_MEMBERS: Final = members(BagConflictingX)
