"""TrainingImagePair."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class TrainingImagePair(_Model):
    """Two training images, before and after, and the instruction that leads from one to the other."""

    _FIELDS = {"instruction": "instruction", "sourceId": "source_id", "targetId": "target_id"}

    instruction: str | Unset = UNSET
    """The instruction for the image pair, source to target"""
    source_id: str | Unset = UNSET
    """The source asset ID (must be a training asset)"""
    target_id: str | Unset = UNSET
    """The target asset ID (must be a training asset)"""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 3 else self._filled(data)
        try:
            self.instruction = known["instruction"]
            self.source_id = known["sourceId"]
            self.target_id = known["targetId"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
