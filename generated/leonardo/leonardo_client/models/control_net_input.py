"""ControlNetInput."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ControlNetInput(Model):
    """ControlNetInput."""

    _FIELDS = {
        "initImageId": "init_image_id",
        "initImageType": "init_image_type",
        "preprocessorId": "preprocessor_id",
        "strengthType": "strength_type",
        "weight": "weight",
    }

    init_image_id: str | Unset = UNSET
    """The ID of the init image"""
    init_image_type: InitImageType | str | Unset = UNSET
    preprocessor_id: float | Unset = UNSET
    """ID of the controlnet. A list of compatible IDs can be found in our guides."""
    strength_type: ControlNetStrength | str | None | Unset = UNSET
    weight: float | None | Unset = UNSET
    """Weight for the controlnet"""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 5 else self._filled(data)
        try:
            self.init_image_id = known["initImageId"]
            v = known["initImageType"]
            self.init_image_type = INIT_IMAGE_TYPE_MEMBERS[v] if kind(v) is str else v
            self.preprocessor_id = known["preprocessorId"]
            v = known["strengthType"]
            self.strength_type = CONTROL_NET_STRENGTH_MEMBERS[v] if kind(v) is str else v
            self.weight = known["weight"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .control_net_strength import CONTROL_NET_STRENGTH_MEMBERS, ControlNetStrength  # noqa: E402
from .init_image_type import INIT_IMAGE_TYPE_MEMBERS, InitImageType  # noqa: E402
