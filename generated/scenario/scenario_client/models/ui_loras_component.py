"""UiLorasComponent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UiLorasComponent(_Model):
    """Configuration for the loras component"""

    _FIELDS = {
        "label": "label",
        "modelInput": "model_input",
        "scaleInput": "scale_input",
        "modelIdInput": "model_id_input",
    }

    label: str
    """The label of the component"""
    model_input: str
    """The input name of the model (model_array)"""
    scale_input: str
    """The input name of the scale (number_array)"""
    model_id_input: str | Unset = UNSET
    """The input model id (example: a composition or a single LoRA modelId) If specified, the model id will
    be attached to the output asset as a metadata If the model-decomposer parser is specified on it,
    modelInput and scaleInput will be automatically populated
    """

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 4 else self._filled(data)
        try:
            self.label = known["label"]
            self.model_input = known["modelInput"]
            self.scale_input = known["scaleInput"]
            self.model_id_input = known["modelIdInput"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
