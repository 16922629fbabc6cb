"""TrainingImagePreset."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class TrainingImagePreset(StrEnum):
    """What the images are for."""

    DEFAULT = "default"
    STYLE = "style"
    SUBJECT = "subject"


TRAINING_IMAGE_PRESET_MEMBERS: Final = members(TrainingImagePreset)
