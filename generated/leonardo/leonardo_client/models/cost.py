"""Cost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Cost(Model):
    """The cost of the operation."""

    _FIELDS = {"amount": "amount", "unit": "unit"}

    amount: str | Unset = UNSET
    """The amount of the cost."""
    unit: CostUnit | str | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 2 else self._filled(data)
        try:
            self.amount = known["amount"]
            v = known["unit"]
            self.unit = COST_UNIT_MEMBERS[v] if kind(v) is str else v
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .cost_unit import COST_UNIT_MEMBERS, CostUnit  # noqa: E402
