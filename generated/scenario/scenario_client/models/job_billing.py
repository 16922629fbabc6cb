"""JobBilling."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import new


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class JobBilling(_Model):
    """The billing of the job"""

    _FIELDS = {"cuCost": "cu_cost", "cuDiscount": "cu_discount"}

    cu_cost: float
    cu_discount: float

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 2 else self._filled(data)
        try:
            self.cu_cost = known["cuCost"]
            self.cu_discount = known["cuDiscount"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
