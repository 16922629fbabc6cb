"""ControlNetType."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class ControlNetType(StrEnum):
    """This parameter will be deprecated in September 2024. Please use the controlnets array instead."""

    POSE = "POSE"
    CANNY = "CANNY"
    DEPTH = "DEPTH"


CONTROL_NET_TYPE_MEMBERS: Final = members(ControlNetType)
