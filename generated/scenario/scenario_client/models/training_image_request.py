"""TrainingImageRequest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class TrainingImageRequest(_Model):
    """TrainingImageRequest."""

    _FIELDS = {
        "assetId": "asset_id",
        "assetIds": "asset_ids",
        "data": "data",
        "name": "name",
        "preset": "preset",
    }

    asset_id: str | Unset = UNSET
    """The asset to use; then `data` and `name` are ignored."""
    asset_ids: list[str] | Unset = UNSET
    """The assets to use, instead of `assetId` or `data` and `name`. Limits: at most 10 items."""
    data: str | Unset = UNSET
    """The image as a data URL."""
    name: str | Unset = UNSET
    """The file name of the image."""
    preset: TrainingImagePreset | str | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 5 else self._filled(data)
        try:
            self.asset_id = known["assetId"]
            v = known["assetIds"]
            self.asset_ids = v if kind(v) is list else absent(v, data, "assetIds")
            self.data = known["data"]
            self.name = known["name"]
            v = known["preset"]
            self.preset = TRAINING_IMAGE_PRESET_MEMBERS[v] if kind(v) is str else v
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .training_image_preset import TRAINING_IMAGE_PRESET_MEMBERS, TrainingImagePreset  # noqa: E402
