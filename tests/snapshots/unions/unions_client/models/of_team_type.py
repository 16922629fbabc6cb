"""OfTeamType."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class OfTeamType(StrEnum):
    """OfTeamType."""

    TEAM = "team"


OF_TEAM_TYPE_MEMBERS: Final = members(OfTeamType)
