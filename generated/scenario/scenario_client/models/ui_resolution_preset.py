"""UiResolutionPreset."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import new


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UiResolutionPreset(_Model):
    """UiResolutionPreset."""

    _FIELDS = {"height": "height", "label": "label", "width": "width"}

    height: float
    label: str
    width: float

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 3 else self._filled(data)
        try:
            self.height = known["height"]
            self.label = known["label"]
            self.width = known["width"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
