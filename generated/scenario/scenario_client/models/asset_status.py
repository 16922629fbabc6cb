"""AssetStatus."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class AssetStatus(StrEnum):
    """The actual status"""

    ERROR = "error"
    PENDING = "pending"
    SUCCESS = "success"


ASSET_STATUS_MEMBERS: Final = members(AssetStatus)
