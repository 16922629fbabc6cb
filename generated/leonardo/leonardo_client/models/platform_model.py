"""PlatformModel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, absent, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class PlatformModel(Model):
    """columns and relationships of "custom_models"."""

    _FIELDS = {
        "id": "id",
        "description": "description",
        "featured": "featured",
        "generated_image": "generated_image",
        "name": "name",
        "nsfw": "nsfw",
    }

    id: str | None | Unset = UNSET
    description: str | Unset = UNSET
    featured: bool | Unset = UNSET
    generated_image: PlatformModelImage | None | Unset = UNSET
    name: str | Unset = UNSET
    nsfw: bool | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 6 else self._filled(data)
        try:
            self.id = known["id"]
            self.description = known["description"]
            self.featured = known["featured"]
            v = known["generated_image"]
            self.generated_image = (
                _read_PlatformModelImage(v)
                if kind(v) is dict
                else absent(v, data, "generated_image", "an object")
            )
            self.name = known["name"]
            self.nsfw = known["nsfw"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .platform_model_image import PlatformModelImage  # noqa: E402

_read_PlatformModelImage = PlatformModelImage.from_dict
