"""InitImageType."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class InitImageType(StrEnum):
    """Type indicating whether the init image is uploaded or generated."""

    GENERATED = "GENERATED"
    UPLOADED = "UPLOADED"


INIT_IMAGE_TYPE_MEMBERS: Final = members(InitImageType)
