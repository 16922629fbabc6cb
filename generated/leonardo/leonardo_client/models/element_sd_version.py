"""ElementSDVersion."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class ElementSDVersion(StrEnum):
    """The base version to use if not using a custom model."""

    SDXL_0_9 = "SDXL_0_9"
    SDXL_1_0 = "SDXL_1_0"
    LEONARDO_DIFFUSION_XL = "LEONARDO_DIFFUSION_XL"
    LEONARDO_LIGHTNING_XL = "LEONARDO_LIGHTNING_XL"
    VISION_XL = "VISION_XL"
    KINO_XL = "KINO_XL"
    ALBEDO_XL = "ALBEDO_XL"
    FLUX_DEV = "FLUX_DEV"


ELEMENT_SD_VERSION_MEMBERS: Final = members(ElementSDVersion)
