"""InferenceType."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class InferenceType(StrEnum):
    """The type of inference to use. Example: txt2img, img2img, etc.

    Selecting the right type will condition the expected parameters.

    Note: if model.type is sd-xl* or sd-1_5*, when using the "inpaint" inference type, Scenario determines
    the best available baseModel for a given modelId: one of `[“stable-diffusion-inpainting”,
    “stable-diffusion-xl-1.0-inpainting-0.1”] will be used.
    """

    CONTROLNET = "controlnet"
    CONTROLNET_IMG2IMG = "controlnet_img2img"
    CONTROLNET_INPAINT = "controlnet_inpaint"
    CONTROLNET_INPAINT_IP_ADAPTER = "controlnet_inpaint_ip_adapter"
    CONTROLNET_IP_ADAPTER = "controlnet_ip_adapter"
    CONTROLNET_REFERENCE = "controlnet_reference"
    CONTROLNET_TEXTURE = "controlnet_texture"
    IMG2IMG = "img2img"
    IMG2IMG_IP_ADAPTER = "img2img_ip_adapter"
    IMG2IMG_TEXTURE = "img2img_texture"
    INPAINT = "inpaint"
    INPAINT_IP_ADAPTER = "inpaint_ip_adapter"
    OUTPAINT = "outpaint"
    REFERENCE = "reference"
    REFERENCE_TEXTURE = "reference_texture"
    TXT2IMG = "txt2img"
    TXT2IMG_IP_ADAPTER = "txt2img_ip_adapter"
    TXT2IMG_TEXTURE = "txt2img_texture"


INFERENCE_TYPE_MEMBERS: Final = members(InferenceType)
