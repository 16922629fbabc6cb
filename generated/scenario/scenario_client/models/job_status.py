"""JobStatus."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class JobStatus(StrEnum):
    """The current status of the job"""

    CANCELED = "canceled"
    FAILURE = "failure"
    FINALIZING = "finalizing"
    IN_PROGRESS = "in-progress"
    PENDING = "pending"
    QUEUED = "queued"
    SUCCESS = "success"
    WARMING_UP = "warming-up"


JOB_STATUS_MEMBERS: Final = members(JobStatus)
