"""DeletionType."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class DeletionType(StrEnum):
    """DeletionType."""

    TEAM = "team"
    MATCH = "match"


DELETION_TYPE_MEMBERS: Final = members(DeletionType)
