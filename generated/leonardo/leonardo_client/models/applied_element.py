"""AppliedElement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class AppliedElement(Model):
    """Element used for the generation."""

    _FIELDS = {
        "akUUID": "ak_uuid",
        "baseModel": "base_model",
        "description": "description",
        "name": "name",
        "urlImage": "url_image",
        "weightDefault": "weight_default",
        "weightMax": "weight_max",
        "weightMin": "weight_min",
    }

    ak_uuid: str | None | Unset = UNSET
    """Unique identifier for the element. Elements can be found from the List Elements endpoint."""
    base_model: SDVersion | str | Unset = UNSET
    description: str | None | Unset = UNSET
    """Description for the element"""
    name: str | None | Unset = UNSET
    """Name of the element"""
    url_image: str | None | Unset = UNSET
    """URL of the element image"""
    weight_default: int | None | Unset = UNSET
    """Default weight for the element"""
    weight_max: int | None | Unset = UNSET
    """Maximum weight for the element"""
    weight_min: int | None | Unset = UNSET
    """Minimum weight for the element"""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 8 else self._filled(data)
        try:
            self.ak_uuid = known["akUUID"]
            v = known["baseModel"]
            self.base_model = SD_VERSION_MEMBERS[v] if kind(v) is str else v
            self.description = known["description"]
            self.name = known["name"]
            self.url_image = known["urlImage"]
            self.weight_default = known["weightDefault"]
            self.weight_max = known["weightMax"]
            self.weight_min = known["weightMin"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .sd_version import SD_VERSION_MEMBERS, SDVersion  # noqa: E402
