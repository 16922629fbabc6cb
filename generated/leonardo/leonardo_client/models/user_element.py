"""UserElement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UserElement(Model):
    """columns and relationships of "user_loras"."""

    _FIELDS = {
        "id": "id",
        "baseModel": "base_model",
        "createdAt": "created_at",
        "description": "description",
        "focus": "focus",
        "instancePrompt": "instance_prompt",
        "learningRate": "learning_rate",
        "name": "name",
        "resolution": "resolution",
        "status": "status",
        "trainTextEncoder": "train_text_encoder",
        "trainingEpoch": "training_epoch",
        "updatedAt": "updated_at",
    }

    id: int | Unset = UNSET
    base_model: str | Unset = UNSET
    created_at: str | Unset = UNSET
    description: str | Unset = UNSET
    focus: str | Unset = UNSET
    instance_prompt: str | None | Unset = UNSET
    learning_rate: float | Unset = UNSET
    name: str | Unset = UNSET
    resolution: int | Unset = UNSET
    status: JobStatus | str | Unset = UNSET
    train_text_encoder: bool | Unset = UNSET
    training_epoch: int | Unset = UNSET
    updated_at: str | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 13 else self._filled(data)
        try:
            self.id = known["id"]
            self.base_model = known["baseModel"]
            self.created_at = known["createdAt"]
            self.description = known["description"]
            self.focus = known["focus"]
            self.instance_prompt = known["instancePrompt"]
            self.learning_rate = known["learningRate"]
            self.name = known["name"]
            self.resolution = known["resolution"]
            v = known["status"]
            self.status = JOB_STATUS_MEMBERS[v] if kind(v) is str else v
            self.train_text_encoder = known["trainTextEncoder"]
            self.training_epoch = known["trainingEpoch"]
            self.updated_at = known["updatedAt"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .job_status import JOB_STATUS_MEMBERS, JobStatus  # noqa: E402
