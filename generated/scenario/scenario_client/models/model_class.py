"""ModelClass."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ModelClass(_Model):
    """The class of the model"""

    _FIELDS = {
        "category": "category",
        "conceptPrompt": "concept_prompt",
        "modelId": "model_id",
        "name": "name",
        "prompt": "prompt",
        "slug": "slug",
        "status": "status",
        "thumbnails": "thumbnails",
    }

    category: str
    """The category slug of the class (example: “art-style”)"""
    concept_prompt: str
    """The concept prompt of the class (example: “a sks character design”)"""
    model_id: str
    """The model ID of the class (example: “stable-diffusion-v1-5”)"""
    name: str
    """The class name (example: “Character Design”)"""
    prompt: str
    """The class prompt (example: “a character design”)"""
    slug: str
    """The class slug (example: “art-style-character-design”)"""
    status: ClassStatus | str
    thumbnails: list[str]
    """Some example images URLs to showcase the class"""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 8 else self._filled(data)
        try:
            self.category = known["category"]
            self.concept_prompt = known["conceptPrompt"]
            self.model_id = known["modelId"]
            self.name = known["name"]
            self.prompt = known["prompt"]
            self.slug = known["slug"]
            v = known["status"]
            self.status = CLASS_STATUS_MEMBERS[v] if kind(v) is str else v
            v = known["thumbnails"]
            self.thumbnails = v if kind(v) is list else absent(v, data, "thumbnails")
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .class_status import CLASS_STATUS_MEMBERS, ClassStatus  # noqa: E402
