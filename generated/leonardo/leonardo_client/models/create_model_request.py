"""CreateModelRequest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateModelRequest(Model):
    """CreateModelRequest."""

    _FIELDS = {
        "datasetId": "dataset_id",
        "instance_prompt": "instance_prompt",
        "name": "name",
        "description": "description",
        "modelType": "model_type",
        "nsfw": "nsfw",
        "resolution": "resolution",
        "sd_version": "sd_version",
        "strength": "strength",
    }

    dataset_id: str
    """The ID of the dataset to train the model on."""
    instance_prompt: str
    """The instance prompt to use during training."""
    name: str
    """The name of the model."""
    description: str | None | Unset = UNSET
    """The description of the model. The server's default: ''."""
    model_type: CustomModelType | str | Unset = UNSET
    """The server's default: 'GENERAL'."""
    nsfw: bool | None | Unset = UNSET
    """Whether or not the model is NSFW. The server's default: False."""
    resolution: int | None | Unset = UNSET
    """The resolution for training. Must be 512 or 768. The server's default: 512."""
    sd_version: ModelSDVersion | str | None | Unset = UNSET
    strength: TrainingStrength | str | Unset = UNSET
    """The server's default: 'MEDIUM'."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 9 else self._filled(data)
        try:
            self.dataset_id = known["datasetId"]
            self.instance_prompt = known["instance_prompt"]
            self.name = known["name"]
            self.description = known["description"]
            v = known["modelType"]
            self.model_type = CUSTOM_MODEL_TYPE_MEMBERS[v] if kind(v) is str else v
            self.nsfw = known["nsfw"]
            self.resolution = known["resolution"]
            v = known["sd_version"]
            self.sd_version = MODEL_SD_VERSION_MEMBERS[v] if kind(v) is str else v
            v = known["strength"]
            self.strength = TRAINING_STRENGTH_MEMBERS[v] if kind(v) is str else v
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .custom_model_type import CUSTOM_MODEL_TYPE_MEMBERS, CustomModelType  # noqa: E402
from .model_sd_version import MODEL_SD_VERSION_MEMBERS, ModelSDVersion  # noqa: E402
from .training_strength import TRAINING_STRENGTH_MEMBERS, TrainingStrength  # noqa: E402
