"""JobStatusChange."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import kind, new


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
        known = data if len(data) == 2 else self._filled(data)
        try:
            self.date = known["date"]
            v = known["status"]
            self.status = JOB_STATUS_MEMBERS[v] if kind(v) is str else v
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .job_status import JOB_STATUS_MEMBERS, JobStatus  # noqa: E402
