"""ModelDownload."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ModelDownload(_Model):
    """The job that makes the link; of an estimate, the costs only."""

    _FIELDS = {
        "creativeUnitsCost": "creative_units_cost",
        "creativeUnitsDiscount": "creative_units_discount",
        "jobId": "job_id",
    }

    creative_units_cost: float | Unset = UNSET
    """What it costs in creative units, in an estimate."""
    creative_units_discount: float | Unset = UNSET
    """The discount in creative units, in an estimate."""
    job_id: str | Unset = UNSET
    """The job id associated with the download request"""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 3 else self._filled(data)
        try:
            self.creative_units_cost = known["creativeUnitsCost"]
            self.creative_units_discount = known["creativeUnitsDiscount"]
            self.job_id = known["jobId"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
