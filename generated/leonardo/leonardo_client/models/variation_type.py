"""VariationType."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class VariationType(StrEnum):
    """The type of variation."""

    OUTPAINT = "OUTPAINT"
    INPAINT = "INPAINT"
    UPSCALE = "UPSCALE"
    UNZOOM = "UNZOOM"
    NOBG = "NOBG"


VARIATION_TYPE_MEMBERS: Final = members(VariationType)
