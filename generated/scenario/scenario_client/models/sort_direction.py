"""SortDirection."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class SortDirection(StrEnum):
    """SortDirection."""

    ASC = "asc"
    DESC = "desc"


SORT_DIRECTION_MEMBERS: Final = members(SortDirection)
