"""Transparency."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class Transparency(StrEnum):
    """Which type of transparency this image should use"""

    DISABLED = "disabled"
    FOREGROUND_ONLY = "foreground_only"


TRANSPARENCY_MEMBERS: Final = members(Transparency)
