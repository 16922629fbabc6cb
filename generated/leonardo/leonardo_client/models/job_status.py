"""JobStatus."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class JobStatus(StrEnum):
    """The status of the current task."""

    PENDING = "PENDING"
    COMPLETE = "COMPLETE"
    FAILED = "FAILED"


JOB_STATUS_MEMBERS: Final = members(JobStatus)
