"""ListPrivacy."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class ListPrivacy(StrEnum):
    """ListPrivacy."""

    PRIVATE = "private"
    PUBLIC = "public"


LIST_PRIVACY_MEMBERS: Final = members(ListPrivacy)
