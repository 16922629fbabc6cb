"""InputLocation."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class InputLocation(StrEnum):
    """Location of the input image in the output."""

    BOTTOM = "bottom"
    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"
    TOP = "top"


INPUT_LOCATION_MEMBERS: Final = members(InputLocation)
