"""UserElement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, Model, kind, new
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
        get = data.get
        self._raw = data
        self.id = get("id", ABSENT)
        self.base_model = get("baseModel", ABSENT)
        self.created_at = get("createdAt", ABSENT)
        self.description = get("description", ABSENT)
        self.focus = get("focus", ABSENT)
        self.instance_prompt = get("instancePrompt", ABSENT)
        self.learning_rate = get("learningRate", ABSENT)
        self.name = get("name", ABSENT)
        self.resolution = get("resolution", ABSENT)
        v = get("status", ABSENT)
        self.status = JOB_STATUS_MEMBERS.get(v, v) if kind(v) is str else v
        self.train_text_encoder = get("trainTextEncoder", ABSENT)
        self.training_epoch = get("trainingEpoch", ABSENT)
        self.updated_at = get("updatedAt", ABSENT)
        return self


from .job_status import JOB_STATUS_MEMBERS, JobStatus  # noqa: E402
