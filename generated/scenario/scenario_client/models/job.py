"""Job."""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new, objects, parse_datetime
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Job(_Model):
    """Job."""

    _FIELDS = {
        "createdAt": "created_at",
        "jobId": "job_id",
        "jobType": "job_type",
        "metadata": "metadata",
        "progress": "progress",
        "status": "status",
        "statusHistory": "status_history",
        "updatedAt": "updated_at",
        "authorId": "author_id",
        "billing": "billing",
        "ownerId": "owner_id",
    }

    created_at: _dt.datetime
    """The job creation date as an ISO string (example: “2023-02-03T11:19:41.579Z”)"""
    job_id: str
    """The job ID (example: “job_ocZCnG1Df35XRL1QyCZSRxAG8”)"""
    job_type: JobType | str
    metadata: JobMetadata
    progress: float
    """Progress of the job (between 0 and 1)"""
    status: JobStatus | str
    status_history: list[JobStatusChange]
    """The history of the different statuses the job went through with the ISO string date of when the job
    reached each statuses.
    """
    updated_at: _dt.datetime
    """The job last update date as an ISO string (example: “2023-02-03T11:19:41.579Z”)"""
    author_id: str | Unset = UNSET
    """The author user ID (example: “dcf121faaa1a0a0bbbd9ca1b73d62aea”)"""
    billing: JobBilling | Unset = UNSET
    owner_id: str | Unset = UNSET
    """The owner ID (example: “team_U3Qmc8PCdWXwAQJ4Dvw4tV6D”)"""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        self._raw = data
        known = data if len(data) == 11 else self._filled(data)
        try:
            self.created_at = parse_datetime(known["createdAt"])
            self.job_id = known["jobId"]
            v = known["jobType"]
            self.job_type = JOB_TYPE_MEMBERS[v] if kind(v) is str else v
            v = known["metadata"]
            self.metadata = (
                _read_JobMetadata(v) if kind(v) is dict else absent(v, data, "metadata", "an object")
            )
            self.progress = known["progress"]
            v = known["status"]
            self.status = JOB_STATUS_MEMBERS[v] if kind(v) is str else v
            self.status_history = objects(
                known["statusHistory"], _read_JobStatusChange, data, "statusHistory"
            )
            self.updated_at = parse_datetime(known["updatedAt"])
            self.author_id = known["authorId"]
            v = known["billing"]
            self.billing = _read_JobBilling(v) if kind(v) is dict else absent(v, data, "billing", "an object")
            self.owner_id = known["ownerId"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .job_billing import JobBilling  # noqa: E402
from .job_metadata import JobMetadata  # noqa: E402
from .job_status import JOB_STATUS_MEMBERS, JobStatus  # noqa: E402
from .job_status_change import JobStatusChange  # noqa: E402
from .job_type import JOB_TYPE_MEMBERS, JobType  # noqa: E402

_read_JobBilling = JobBilling.from_dict
_read_JobMetadata = JobMetadata.from_dict
_read_JobStatusChange = JobStatusChange.from_dict
