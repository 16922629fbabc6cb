"""ModelStatus."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class ModelStatus(StrEnum):
    """The model status"""

    COPYING = "copying"
    FAILED = "failed"
    NEW = "new"
    TRAINED = "trained"
    TRAINING = "training"
    TRAINING_CANCELED = "training-canceled"


MODEL_STATUS_MEMBERS: Final = members(ModelStatus)
