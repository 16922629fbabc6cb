"""BagUntyped."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class BagUntyped(StrEnum):
    """BagUntyped."""

    X = "x"
    Y = "y"


BAG_UNTYPED_MEMBERS: Final = members(BagUntyped)
