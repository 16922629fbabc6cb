"""Training."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Training(_Model):
    """A training that was started and its costs; of an estimate, the costs only."""

    _FIELDS = {
        "creativeUnitsCost": "creative_units_cost",
        "creativeUnitsDiscount": "creative_units_discount",
        "job": "job",
        "model": "model",
    }

    creative_units_cost: float | Unset = UNSET
    """The Creative Units cost for the request billed"""
    creative_units_discount: float | Unset = UNSET
    """The Creative Units discount for the request billed"""
    job: Job | Unset = UNSET
    model: Model | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 4 else self._filled(data)
        try:
            self.creative_units_cost = known["creativeUnitsCost"]
            self.creative_units_discount = known["creativeUnitsDiscount"]
            v = known["job"]
            self.job = _read_Job(v) if kind(v) is dict else absent(v, data, "job", "an object")
            v = known["model"]
            self.model = _read_Model(v) if kind(v) is dict else absent(v, data, "model", "an object")
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .job import Job  # noqa: E402
from .model import Model  # noqa: E402

_read_Job = Job.from_dict
_read_Model = Model.from_dict
