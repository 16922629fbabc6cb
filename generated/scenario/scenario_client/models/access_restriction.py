"""AccessRestriction."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from .._runtime.codec import members


class AccessRestriction(IntEnum):
    """The access restrictions of the model 0: Free plan 25: Creator plan 50: Pro plan 75: Team plan 100:
    Enterprise plan
    """

    VALUE_0 = 0
    VALUE_100 = 100
    VALUE_25 = 25
    VALUE_50 = 50
    VALUE_75 = 75


ACCESS_RESTRICTION_MEMBERS: Final = members(AccessRestriction)
