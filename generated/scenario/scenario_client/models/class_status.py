"""ClassStatus."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class ClassStatus(StrEnum):
    """The class status (only published classes are listed, but unpublished classes can still appear in
    existing models)
    """

    PUBLISHED = "published"
    UNPUBLISHED = "unpublished"


CLASS_STATUS_MEMBERS: Final = members(ClassStatus)
