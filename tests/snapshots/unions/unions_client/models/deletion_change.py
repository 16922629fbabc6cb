"""DeletionChange."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class DeletionChange(StrEnum):
    """DeletionChange."""

    DELETED = "deleted"


DELETION_CHANGE_MEMBERS: Final = members(DeletionChange)
