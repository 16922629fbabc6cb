"""UpdateModelRequest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new, objects
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UpdateModelRequest(_Model):
    """UpdateModelRequest."""

    _FIELDS = {
        "classSlug": "class_slug",
        "concepts": "concepts",
        "epoch": "epoch",
        "name": "name",
        "negativePromptEmbedding": "negative_prompt_embedding",
        "parameters": "parameters",
        "promptEmbedding": "prompt_embedding",
        "shortDescription": "short_description",
        "thumbnail": "thumbnail",
        "type": "type",
    }

    class_slug: str | None | Unset = UNSET
    """The class of the model; null takes it away."""
    concepts: list[Concept] | Unset = UNSET
    """The concepts is required for the type model: composition"""
    epoch: str | None | Unset = UNSET
    """The epoch to use, of a trained model that has epochs; null is the last one."""
    name: str | Unset = UNSET
    """The name."""
    negative_prompt_embedding: str | Unset = UNSET
    """Text that is added to every negative prompt."""
    parameters: TrainingParameters | Unset = UNSET
    prompt_embedding: str | Unset = UNSET
    """Text that is added to every prompt."""
    short_description: str | Unset = UNSET
    """What the model is for."""
    thumbnail: str | None | Unset = UNSET
    """The asset to use as a thumbnail; null takes it away."""
    type: ModelType | str | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 10 else self._filled(data)
        try:
            self.class_slug = known["classSlug"]
            self.concepts = objects(known["concepts"], _read_Concept, data, "concepts")
            self.epoch = known["epoch"]
            self.name = known["name"]
            self.negative_prompt_embedding = known["negativePromptEmbedding"]
            v = known["parameters"]
            self.parameters = (
                _read_TrainingParameters(v) if kind(v) is dict else absent(v, data, "parameters", "an object")
            )
            self.prompt_embedding = known["promptEmbedding"]
            self.short_description = known["shortDescription"]
            self.thumbnail = known["thumbnail"]
            v = known["type"]
            self.type = MODEL_TYPE_MEMBERS[v] if kind(v) is str else v
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .concept import Concept  # noqa: E402
from .model_type import MODEL_TYPE_MEMBERS, ModelType  # noqa: E402
from .training_parameters import TrainingParameters  # noqa: E402

_read_Concept = Concept.from_dict
_read_TrainingParameters = TrainingParameters.from_dict
