"""GenerationElement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, absent, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class GenerationElement(Model):
    """This table captures the elements that are applied to Generations."""

    _FIELDS = {"id": "id", "lora": "lora", "weightApplied": "weight_applied"}

    id: int | None | Unset = UNSET
    lora: AppliedElement | None | Unset = UNSET
    weight_applied: float | None | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 3 else self._filled(data)
        try:
            self.id = known["id"]
            v = known["lora"]
            self.lora = _read_AppliedElement(v) if kind(v) is dict else absent(v, data, "lora", "an object")
            self.weight_applied = known["weightApplied"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .applied_element import AppliedElement  # noqa: E402

_read_AppliedElement = AppliedElement.from_dict
