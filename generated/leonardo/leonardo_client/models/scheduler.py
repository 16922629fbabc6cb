"""Scheduler."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class Scheduler(StrEnum):
    """The scheduler to generate images with. Defaults to EULER_DISCRETE if not specified."""

    KLMS = "KLMS"
    EULER_ANCESTRAL_DISCRETE = "EULER_ANCESTRAL_DISCRETE"
    EULER_DISCRETE = "EULER_DISCRETE"
    DDIM = "DDIM"
    DPM_SOLVER = "DPM_SOLVER"
    PNDM = "PNDM"
    LEONARDO = "LEONARDO"


SCHEDULER_MEMBERS: Final = members(Scheduler)
