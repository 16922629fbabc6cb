"""LrScheduler."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class LrScheduler(StrEnum):
    """The scheduler type to use (default: “constant”)

    Only available for SD15 and SDXL LoRA training
    """

    CONSTANT = "constant"
    CONSTANT_WITH_WARMUP = "constant-with-warmup"
    COSINE = "cosine"
    COSINE_WITH_RESTARTS = "cosine-with-restarts"
    LINEAR = "linear"
    POLYNOMIAL = "polynomial"


LR_SCHEDULER_MEMBERS: Final = members(LrScheduler)
