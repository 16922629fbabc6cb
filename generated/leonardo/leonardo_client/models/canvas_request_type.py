"""CanvasRequestType."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class CanvasRequestType(StrEnum):
    """The type of request for the Canvas Editor."""

    INPAINT = "INPAINT"
    OUTPAINT = "OUTPAINT"
    SKETCH2IMG = "SKETCH2IMG"
    IMG2IMG = "IMG2IMG"


CANVAS_REQUEST_TYPE_MEMBERS: Final = members(CanvasRequestType)
