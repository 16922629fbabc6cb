"""ControlNetStrength."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class ControlNetStrength(StrEnum):
    """Strength type for the controlnet. Can only be used for Style, Character and Content Reference
    controlnets.
    """

    LOW = "Low"
    MID = "Mid"
    HIGH = "High"
    ULTRA = "Ultra"
    MAX = "Max"


CONTROL_NET_STRENGTH_MEMBERS: Final = members(ControlNetStrength)
