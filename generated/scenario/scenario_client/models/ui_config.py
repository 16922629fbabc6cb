"""UiConfig."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new, objects, odd
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UiConfig(_Model):
    """The UI configuration for the model"""

    _FIELDS = {
        "inputProperties": "input_properties",
        "lorasComponent": "loras_component",
        "presets": "presets",
        "resolutionComponent": "resolution_component",
        "selects": "selects",
        "triggerGenerate": "trigger_generate",
    }

    input_properties: dict[str, UiInputProperties] | Unset = UNSET
    """Configuration for the input properties"""
    loras_component: UiLorasComponent | Unset = UNSET
    presets: list[UiPreset] | Unset = UNSET
    """Configuration for the presets"""
    resolution_component: UiResolutionComponent | Unset = UNSET
    selects: dict[str, Any] | Unset = UNSET
    """Configuration for the selects"""
    trigger_generate: UiGenerateTrigger | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 6 else self._filled(data)
        try:
            v = known["inputProperties"]
            self.input_properties = (
                {key: _read_UiInputProperties(i) if kind(i) is dict else odd(i, v) for key, i in v.items()}
                if kind(v) is dict
                else absent(v, data, "inputProperties", "an object")
            )
            v = known["lorasComponent"]
            self.loras_component = (
                _read_UiLorasComponent(v)
                if kind(v) is dict
                else absent(v, data, "lorasComponent", "an object")
            )
            self.presets = objects(known["presets"], _read_UiPreset, data, "presets")
            v = known["resolutionComponent"]
            self.resolution_component = (
                _read_UiResolutionComponent(v)
                if kind(v) is dict
                else absent(v, data, "resolutionComponent", "an object")
            )
            v = known["selects"]
            self.selects = v if kind(v) is dict else absent(v, data, "selects", "an object")
            v = known["triggerGenerate"]
            self.trigger_generate = (
                _read_UiGenerateTrigger(v)
                if kind(v) is dict
                else absent(v, data, "triggerGenerate", "an object")
            )
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .ui_generate_trigger import UiGenerateTrigger  # noqa: E402
from .ui_input_properties import UiInputProperties  # noqa: E402
from .ui_loras_component import UiLorasComponent  # noqa: E402
from .ui_preset import UiPreset  # noqa: E402
from .ui_resolution_component import UiResolutionComponent  # noqa: E402

_read_UiGenerateTrigger = UiGenerateTrigger.from_dict
_read_UiInputProperties = UiInputProperties.from_dict
_read_UiLorasComponent = UiLorasComponent.from_dict
_read_UiPreset = UiPreset.from_dict
_read_UiResolutionComponent = UiResolutionComponent.from_dict
