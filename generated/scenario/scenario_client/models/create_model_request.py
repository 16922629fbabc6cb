"""CreateModelRequest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new, objects
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateModelRequest(_Model):
    """CreateModelRequest."""

    _FIELDS = {
        "baseModelId": "base_model_id",
        "classSlug": "class_slug",
        "collectionIds": "collection_ids",
        "concepts": "concepts",
        "name": "name",
        "shortDescription": "short_description",
        "type": "type",
    }

    base_model_id: str | Unset = UNSET
    """The model to train from, such as `flux.1-dev`. Usually follows from the type."""
    class_slug: str | None | Unset = UNSET
    """The class of the model; null takes it away."""
    collection_ids: list[str] | Unset = UNSET
    """The collections to put the model into."""
    concepts: list[Concept] | Unset = UNSET
    """The concepts is required for the type model: composition"""
    name: str | Unset = UNSET
    """The name. Training makes one up where there is none."""
    short_description: str | Unset = UNSET
    """What the model is for. Training makes one up where there is none."""
    type: ModelType | str | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 7 else self._filled(data)
        try:
            self.base_model_id = known["baseModelId"]
            self.class_slug = known["classSlug"]
            v = known["collectionIds"]
            self.collection_ids = v if kind(v) is list else absent(v, data, "collectionIds")
            self.concepts = objects(known["concepts"], _read_Concept, data, "concepts")
            self.name = known["name"]
            self.short_description = known["shortDescription"]
            v = known["type"]
            self.type = MODEL_TYPE_MEMBERS[v] if kind(v) is str else v
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .concept import Concept  # noqa: E402
from .model_type import MODEL_TYPE_MEMBERS, ModelType  # noqa: E402

_read_Concept = Concept.from_dict
