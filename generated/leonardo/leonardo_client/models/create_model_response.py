"""CreateModelResponse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, absent, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateModelResponse(Model):
    """CreateModelResponse."""

    _FIELDS = {"sdTrainingJob": "sd_training_job"}

    sd_training_job: ModelTrainingJob | None | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 1 else self._filled(data)
        try:
            v = known["sdTrainingJob"]
            self.sd_training_job = (
                _read_ModelTrainingJob(v)
                if kind(v) is dict
                else absent(v, data, "sdTrainingJob", "an object")
            )
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .model_training_job import ModelTrainingJob  # noqa: E402

_read_ModelTrainingJob = ModelTrainingJob.from_dict
