"""SortBy."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class SortBy(StrEnum):
    """SortBy."""

    CREATED_AT = "createdAt"
    UPDATED_AT = "updatedAt"
    SCORE = "score"


SORT_BY_MEMBERS: Final = members(SortBy)
