"""EditCapability."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class EditCapability(StrEnum):
    """A way in which an asset can be edited."""

    DETECTION = "DETECTION"
    GENERATIVE_FILL = "GENERATIVE_FILL"
    PIXELATE = "PIXELATE"
    PROMPT_EDITING = "PROMPT_EDITING"
    REFINE = "REFINE"
    REFRAME = "REFRAME"
    REMOVE_BACKGROUND = "REMOVE_BACKGROUND"
    SEGMENTATION = "SEGMENTATION"
    UPSCALE = "UPSCALE"
    UPSCALE_360 = "UPSCALE_360"
    VECTORIZATION = "VECTORIZATION"


EDIT_CAPABILITY_MEMBERS: Final = members(EditCapability)
