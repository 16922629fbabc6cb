"""BagCase."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class BagCase(StrEnum):
    """BagCase."""

    A_301DF9 = "a"
    A = "A"
    A_B_8C9A60 = "a b"
    A_B_834636 = "a-b"
    A_B_B00CB8 = "a_b"


BAG_CASE_MEMBERS: Final = members(BagCase)
