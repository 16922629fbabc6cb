"""BagChoiceOption."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class BagChoiceOption(StrEnum):
    """BagChoiceOption."""

    ALL = "all"
    NONE = "none"


BAG_CHOICE_OPTION_MEMBERS: Final = members(BagChoiceOption)
