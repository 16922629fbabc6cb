"""DryRun."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class DryRun(StrEnum):
    """DryRun."""

    TRUE = "true"
    API = "api"


DRY_RUN_MEMBERS: Final = members(DryRun)
