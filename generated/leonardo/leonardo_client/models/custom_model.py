"""CustomModel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CustomModel(Model):
    """columns and relationships of "custom_models"."""

    _FIELDS = {
        "id": "id",
        "createdAt": "created_at",
        "description": "description",
        "instancePrompt": "instance_prompt",
        "modelHeight": "model_height",
        "modelWidth": "model_width",
        "name": "name",
        "public": "public",
        "sdVersion": "sd_version",
        "status": "status",
        "type": "type",
        "updatedAt": "updated_at",
    }

    id: str | None | Unset = UNSET
    created_at: str | Unset = UNSET
    description: str | Unset = UNSET
    instance_prompt: str | None | Unset = UNSET
    model_height: int | Unset = UNSET
    model_width: int | Unset = UNSET
    name: str | Unset = UNSET
    public: bool | Unset = UNSET
    sd_version: SDVersion | str | Unset = UNSET
    status: JobStatus | str | Unset = UNSET
    type: CustomModelType | str | Unset = UNSET
    """The server's default: 'GENERAL'."""
    updated_at: str | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 12 else self._filled(data)
        try:
            self.id = known["id"]
            self.created_at = known["createdAt"]
            self.description = known["description"]
            self.instance_prompt = known["instancePrompt"]
            self.model_height = known["modelHeight"]
            self.model_width = known["modelWidth"]
            self.name = known["name"]
            self.public = known["public"]
            v = known["sdVersion"]
            self.sd_version = SD_VERSION_MEMBERS[v] if kind(v) is str else v
            v = known["status"]
            self.status = JOB_STATUS_MEMBERS[v] if kind(v) is str else v
            v = known["type"]
            self.type = CUSTOM_MODEL_TYPE_MEMBERS[v] if kind(v) is str else v
            self.updated_at = known["updatedAt"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .custom_model_type import CUSTOM_MODEL_TYPE_MEMBERS, CustomModelType  # noqa: E402
from .job_status import JOB_STATUS_MEMBERS, JobStatus  # noqa: E402
from .sd_version import SD_VERSION_MEMBERS, SDVersion  # noqa: E402
