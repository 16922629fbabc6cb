"""UserElementInput."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UserElementInput(Model):
    """UserElementInput."""

    _FIELDS = {"userLoraId": "user_lora_id", "weight": "weight"}

    user_lora_id: int | None | Unset = UNSET
    """Unique identifier for user custom element."""
    weight: float | None | Unset = UNSET
    """Weight for the element"""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 2 else self._filled(data)
        try:
            self.user_lora_id = known["userLoraId"]
            self.weight = known["weight"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
