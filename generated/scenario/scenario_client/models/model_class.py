"""ModelClass."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, absent, kind, new
from .._runtime.codec import Model as _Model


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
        get = data.get
        self._raw = data
        self.category = get("category", ABSENT)
        self.concept_prompt = get("conceptPrompt", ABSENT)
        self.model_id = get("modelId", ABSENT)
        self.name = get("name", ABSENT)
        self.prompt = get("prompt", ABSENT)
        self.slug = get("slug", ABSENT)
        v = get("status", ABSENT)
        self.status = CLASS_STATUS_MEMBERS.get(v, v) if kind(v) is str else v
        v = get("thumbnails", ABSENT)
        self.thumbnails = v if kind(v) is list else absent(v, data, "thumbnails")
        return self


from .class_status import CLASS_STATUS_MEMBERS, ClassStatus  # noqa: E402
