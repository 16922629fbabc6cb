"""CreateGenerationResponse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, Model, absent, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateGenerationResponse(Model):
    """CreateGenerationResponse."""

    _FIELDS = {"sdGenerationJob": "sd_generation_job"}

    sd_generation_job: GenerationJob | None | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        get = data.get
        self._raw = data
        v = get("sdGenerationJob", ABSENT)
        self.sd_generation_job = (
            GenerationJob.from_dict(v) if kind(v) is dict else absent(v, data, "sdGenerationJob", "an object")
        )
        return self


from .generation_job import GenerationJob  # noqa: E402
