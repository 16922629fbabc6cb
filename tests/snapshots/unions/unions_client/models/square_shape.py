"""SquareShape."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class SquareShape(StrEnum):
    """SquareShape."""

    SQUARE = "square"


SQUARE_SHAPE_MEMBERS: Final = members(SquareShape)
