"""AspectRatio."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class AspectRatio(StrEnum):
    """The aspect ratio of the generated images. Only used for the model flux.1.1-pro-ultra. The aspect ratio
    is a string formatted as “width:height” (example: “16:9”).
    """

    VALUE_16_9 = "16:9"
    VALUE_1_1 = "1:1"
    VALUE_21_9 = "21:9"
    VALUE_2_3 = "2:3"
    VALUE_3_2 = "3:2"
    VALUE_3_4 = "3:4"
    VALUE_4_3 = "4:3"
    VALUE_4_5 = "4:5"
    VALUE_5_4 = "5:4"
    VALUE_9_16 = "9:16"
    VALUE_9_21 = "9:21"


ASPECT_RATIO_MEMBERS: Final = members(AspectRatio)
