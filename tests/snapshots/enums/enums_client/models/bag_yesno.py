"""BagYesno."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class BagYesno(StrEnum):
    """BagYesno."""

    YES = "yes"
    NO = "no"
    ON = "on"
    OFF = "off"


BAG_YESNO_MEMBERS: Final = members(BagYesno)
