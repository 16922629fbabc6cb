"""UiResolutionPreset."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, new
from .._runtime.codec import Model as _Model


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
        get = data.get
        self._raw = data
        self.height = get("height", ABSENT)
        self.label = get("label", ABSENT)
        self.width = get("width", ABSENT)
        return self
