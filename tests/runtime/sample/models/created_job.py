"""CreatedJob."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreatedJob(Model):
    """What a create answers."""

    _FIELDS = {"jobId": "job_id", "apiCreditCost": "api_credit_cost"}

    job_id: str
    api_credit_cost: int | Unset | None = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        known = data if len(data) == 2 else self._filled(data)
        try:
            self.job_id = known["jobId"]
            self.api_credit_cost = known["apiCreditCost"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
