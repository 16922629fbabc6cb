"""TriggerPosition."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class TriggerPosition(StrEnum):
    """The position of the trigger generate button. If position specified, the button will be displayed at
    the specified position. Do not specify both position and after.
    """

    BOTTOM = "bottom"
    TOP = "top"


TRIGGER_POSITION_MEMBERS: Final = members(TriggerPosition)
