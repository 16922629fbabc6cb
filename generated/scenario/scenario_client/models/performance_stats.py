"""PerformanceStats."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import new, objects
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class PerformanceStats(_Model):
    """Aggregated performance stats"""

    _FIELDS = {"variants": "variants", "default": "default"}

    variants: list[VariantPerformance]
    """Performance metrics per variant"""
    default: str | Unset = UNSET
    """Default variant key for quick model comparison"""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 2 else self._filled(data)
        try:
            self.variants = objects(known["variants"], _read_VariantPerformance, data, "variants")
            self.default = known["default"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .variant_performance import VariantPerformance  # noqa: E402

_read_VariantPerformance = VariantPerformance.from_dict
