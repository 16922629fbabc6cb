"""TrainingStrength."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class TrainingStrength(StrEnum):
    """When training using the PIXEL_ART model type, this influences the training strength."""

    VERY_LOW = "VERY_LOW"
    LOW = "LOW"
    MEDIUM = "MEDIUM"
    HIGH = "HIGH"


TRAINING_STRENGTH_MEMBERS: Final = members(TrainingStrength)
