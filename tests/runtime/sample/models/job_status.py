"""JobStatus."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class JobStatus(StrEnum):
    """The state of a job. Values that the documents do not list arrive as plain strings."""

    PENDING = "PENDING"
    COMPLETE = "COMPLETE"
    FAILED = "FAILED"


JOB_STATUS: Final = members(JobStatus)
