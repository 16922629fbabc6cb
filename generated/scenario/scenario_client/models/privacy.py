"""Privacy."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class Privacy(StrEnum):
    """The privacy of the model (default: private)"""

    PRIVATE = "private"
    PUBLIC = "public"
    UNLISTED = "unlisted"


PRIVACY_MEMBERS: Final = members(Privacy)
