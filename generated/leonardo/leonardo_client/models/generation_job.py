"""GenerationJob."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, absent, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class GenerationJob(Model):
    """GenerationJob."""

    _FIELDS = {"apiCreditCost": "api_credit_cost", "cost": "cost", "generationId": "generation_id"}

    api_credit_cost: int | None | Unset = UNSET
    """API Credits Cost for Image Generation. Available for Production API Users. Note: it will be
    deprecated. Please use the cost instead. Deprecated.
    """
    cost: Cost | None | Unset = UNSET
    generation_id: str | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 3 else self._filled(data)
        try:
            self.api_credit_cost = known["apiCreditCost"]
            v = known["cost"]
            self.cost = _read_Cost(v) if kind(v) is dict else absent(v, data, "cost", "an object")
            self.generation_id = known["generationId"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .cost import Cost  # noqa: E402

_read_Cost = Cost.from_dict
