"""TrainingStage."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class TrainingStage(StrEnum):
    """The stage of the request"""

    PENDING = "pending"
    PENDING_CAPTCHA = "pending-captcha"
    QUEUED_FOR_TRAIN = "queued-for-train"
    RUNNING_TRAIN = "running-train"
    STARTING_TRAIN = "starting-train"


TRAINING_STAGE_MEMBERS: Final = members(TrainingStage)
