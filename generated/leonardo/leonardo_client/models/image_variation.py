"""ImageVariation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ImageVariation(Model):
    """columns and relationships of "generated_image_variation_generic"."""

    _FIELDS = {"id": "id", "status": "status", "transformType": "transform_type", "url": "url"}

    id: str | None | Unset = UNSET
    status: JobStatus | str | Unset = UNSET
    transform_type: VariationType | str | Unset = UNSET
    url: str | None | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 4 else self._filled(data)
        try:
            self.id = known["id"]
            v = known["status"]
            self.status = JOB_STATUS_MEMBERS[v] if kind(v) is str else v
            v = known["transformType"]
            self.transform_type = VARIATION_TYPE_MEMBERS[v] if kind(v) is str else v
            self.url = known["url"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .job_status import JOB_STATUS_MEMBERS, JobStatus  # noqa: E402
from .variation_type import VARIATION_TYPE_MEMBERS, VariationType  # noqa: E402
