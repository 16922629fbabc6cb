"""UnknownEmailResult."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class UnknownEmailResult(StrEnum):
    """UnknownEmailResult."""

    UNKNOWN = "unknown"


UNKNOWN_EMAIL_RESULT_MEMBERS: Final = members(UnknownEmailResult)
