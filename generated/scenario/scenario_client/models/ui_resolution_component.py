"""UiResolutionComponent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import new, objects


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UiResolutionComponent(_Model):
    """Configuration for the resolution component"""

    _FIELDS = {
        "heightInput": "height_input",
        "label": "label",
        "presets": "presets",
        "widthInput": "width_input",
    }

    height_input: str
    """The input name of the height"""
    label: str
    """The label of the component"""
    presets: list[UiResolutionPreset]
    """The resolution presets"""
    width_input: str
    """The input name of the width"""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 4 else self._filled(data)
        try:
            self.height_input = known["heightInput"]
            self.label = known["label"]
            self.presets = objects(known["presets"], _read_UiResolutionPreset, data, "presets")
            self.width_input = known["widthInput"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .ui_resolution_preset import UiResolutionPreset  # noqa: E402

_read_UiResolutionPreset = UiResolutionPreset.from_dict
