"""GetBulkRequest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class GetBulkRequest(_Model):
    """GetBulkRequest."""

    _FIELDS = {
        "allTrainingImages": "all_training_images",
        "minimal": "minimal",
        "modelIds": "model_ids",
        "settings": "settings",
        "thumbnail": "thumbnail",
        "trainingImagesPreview": "training_images_preview",
    }

    all_training_images: bool | Unset = UNSET
    """All training images, not the first three."""
    minimal: bool | Unset = UNSET
    """Only id, name and type; the other members are ignored."""
    model_ids: list[str] | Unset = UNSET
    """The models to answer."""
    settings: bool | Unset = UNSET
    """The prompt embeddings too."""
    thumbnail: bool | Unset = UNSET
    """The thumbnail too, or the first training image where there is none."""
    training_images_preview: bool | Unset = UNSET
    """Only the first three training images."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 6 else self._filled(data)
        try:
            self.all_training_images = known["allTrainingImages"]
            self.minimal = known["minimal"]
            v = known["modelIds"]
            self.model_ids = v if kind(v) is list else absent(v, data, "modelIds")
            self.settings = known["settings"]
            self.thumbnail = known["thumbnail"]
            self.training_images_preview = known["trainingImagesPreview"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
