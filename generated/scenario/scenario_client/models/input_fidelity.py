"""InputFidelity."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class InputFidelity(StrEnum):
    """When set to high, allows to better preserve details from the input images in the output. This is
    especially useful when using images that contain elements like faces or logos that require accurate
    preservation in the generated image.

    You can provide multiple input images that will all be preserved with high fidelity, but keep in mind
    that the first image will be preserved with richer textures and finer details, so if you include
    elements such as faces, consider placing them in the first image.

    Only available for the gpt-image-1 model.
    """

    HIGH = "high"
    LOW = "low"


INPUT_FIDELITY_MEMBERS: Final = members(InputFidelity)
