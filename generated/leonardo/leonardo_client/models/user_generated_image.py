"""UserGeneratedImage."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, new, objects
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UserGeneratedImage(Model):
    """columns and relationships of "generated_images"."""

    _FIELDS = {
        "id": "id",
        "generated_image_variation_generics": "generated_image_variation_generics",
        "imageToVideo": "image_to_video",
        "likeCount": "like_count",
        "motion": "motion",
        "motionMP4URL": "motion_mp4_url",
        "motionModel": "motion_model",
        "motionStrength": "motion_strength",
        "nsfw": "nsfw",
        "url": "url",
    }

    id: str | None | Unset = UNSET
    generated_image_variation_generics: list[ImageVariation] | Unset = UNSET
    image_to_video: bool | None | Unset = UNSET
    """If it is an image to video generation."""
    like_count: int | Unset = UNSET
    motion: bool | None | Unset = UNSET
    """If generation is of motion type."""
    motion_mp4_url: str | None | Unset = UNSET
    """The URL of the motion MP4."""
    motion_model: str | None | Unset = UNSET
    """The name of the motion model."""
    motion_strength: int | None | Unset = UNSET
    """The motion strength."""
    nsfw: bool | Unset = UNSET
    url: str | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 10 else self._filled(data)
        try:
            self.id = known["id"]
            self.generated_image_variation_generics = objects(
                known["generated_image_variation_generics"],
                _read_ImageVariation,
                data,
                "generated_image_variation_generics",
            )
            self.image_to_video = known["imageToVideo"]
            self.like_count = known["likeCount"]
            self.motion = known["motion"]
            self.motion_mp4_url = known["motionMP4URL"]
            self.motion_model = known["motionModel"]
            self.motion_strength = known["motionStrength"]
            self.nsfw = known["nsfw"]
            self.url = known["url"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .image_variation import ImageVariation  # noqa: E402

_read_ImageVariation = ImageVariation.from_dict
