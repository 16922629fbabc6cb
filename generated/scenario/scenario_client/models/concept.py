"""Concept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Concept(_Model):
    """A model that a composition is made of, and how strong it is in it."""

    _FIELDS = {"modelId": "model_id", "scale": "scale", "modelEpoch": "model_epoch"}

    model_id: str
    """The model ID (example: “model_eyVcnFJcR92BxBkz7N6g5w”)"""
    scale: float
    """The scale of the model (example: 1.0) For Flux Kontext Prompt Editing, the scale is between 0 and 2.
    Limits: at least -2, at most 2.
    """
    model_epoch: str | Unset = UNSET
    """The epoch of the model (example: “000001”) Only available for Flux Lora Trained models"""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 3 else self._filled(data)
        try:
            self.model_id = known["modelId"]
            self.scale = known["scale"]
            self.model_epoch = known["modelEpoch"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
