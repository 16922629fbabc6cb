"""JobBilling."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, new
from .._runtime.codec import Model as _Model


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
        get = data.get
        self._raw = data
        self.cu_cost = get("cuCost", ABSENT)
        self.cu_discount = get("cuDiscount", ABSENT)
        return self
