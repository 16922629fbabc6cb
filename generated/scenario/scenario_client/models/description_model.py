"""DescriptionModel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class DescriptionModel(_Model):
    """A model that a description names."""

    _FIELDS = {
        "id": "id",
        "privacy": "privacy",
        "type": "type",
        "authorId": "author_id",
        "name": "name",
        "ownerId": "owner_id",
        "shortDescription": "short_description",
    }

    id: str
    """The model ID (example: “model_eyVcnFJcR92BxBkz7N6g5w”)"""
    privacy: Privacy | str
    type: ModelType | str
    author_id: str | Unset = UNSET
    """The author user ID (example: “user_VFhihHKMRZyDDnZAJwLb2Q”)"""
    name: str | Unset = UNSET
    """The model name (example: “Cinematic Realism”)"""
    owner_id: str | Unset = UNSET
    """The owner ID (example: “team_VFhihHKMRZyDDnZAJwLb2Q”)"""
    short_description: str | Unset = UNSET
    """The model short description (example: “This model generates highly detailed cinematic scenes.”)"""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 7 else self._filled(data)
        try:
            self.id = known["id"]
            v = known["privacy"]
            self.privacy = PRIVACY_MEMBERS[v] if kind(v) is str else v
            v = known["type"]
            self.type = MODEL_TYPE_MEMBERS[v] if kind(v) is str else v
            self.author_id = known["authorId"]
            self.name = known["name"]
            self.owner_id = known["ownerId"]
            self.short_description = known["shortDescription"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .model_type import MODEL_TYPE_MEMBERS, ModelType  # noqa: E402
from .privacy import PRIVACY_MEMBERS, Privacy  # noqa: E402
