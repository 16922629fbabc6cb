"""BackgroundBehavior."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class BackgroundBehavior(StrEnum):
    """Specifies the background behavior for the input. Only available for `file` and `file_array` input
    types with kind `image`.
    """

    OPAQUE = "opaque"
    TRANSPARENT = "transparent"


BACKGROUND_BEHAVIOR_MEMBERS: Final = members(BackgroundBehavior)
