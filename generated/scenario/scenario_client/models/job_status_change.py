"""JobStatusChange."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, kind, new
from .._runtime.codec import Model as _Model


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class JobStatusChange(_Model):
    """A status that a job had, and since when."""

    _FIELDS = {"date": "date", "status": "status"}

    date: str
    status: JobStatus | str

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        get = data.get
        self._raw = data
        self.date = get("date", ABSENT)
        v = get("status", ABSENT)
        self.status = JOB_STATUS_MEMBERS.get(v, v) if kind(v) is str else v
        return self


from .job_status import JOB_STATUS_MEMBERS, JobStatus  # noqa: E402
