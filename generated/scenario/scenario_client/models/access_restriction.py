"""AccessRestriction."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from .._runtime.codec import members


class AccessRestriction(IntEnum):
    """The plan that is needed to use the model, from free (0) to enterprise (100)."""

    FREE = 0
    ENTERPRISE = 100
    CREATOR = 25
    PRO = 50
    TEAM = 75


ACCESS_RESTRICTION_MEMBERS: Final = members(AccessRestriction)
