"""OptimizeFor."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class OptimizeFor(StrEnum):
    """Optimize the model training task for a specific type of input images. The available values are:

    - “likeness”: optimize training for likeness or portrait (targets specific transformer blocks)
    - “all”: train all transformer blocks
    - “none”: train no specific transformer blocks

    This parameter controls which double and single transformer blocks are trained during the LoRA
    training process.

    Only available for Flux LoRA training
    """

    LIKENESS = "likeness"


OPTIMIZE_FOR_MEMBERS: Final = members(OptimizeFor)
