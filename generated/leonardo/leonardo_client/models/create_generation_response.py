"""CreateGenerationResponse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, absent, kind, new
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
        known = data if len(data) == 1 else self._filled(data)
        try:
            v = known["sdGenerationJob"]
            self.sd_generation_job = (
                _read_GenerationJob(v) if kind(v) is dict else absent(v, data, "sdGenerationJob", "an object")
            )
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .generation_job import GenerationJob  # noqa: E402

_read_GenerationJob = GenerationJob.from_dict
