"""ListStatus."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class ListStatus(StrEnum):
    """ListStatus."""

    NEW = "new"
    TRAINING = "training"
    TRAINED = "trained"
    FAILED = "failed"
    DELETED = "deleted"


LIST_STATUS_MEMBERS: Final = members(ListStatus)
