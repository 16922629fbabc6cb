"""TrainingImageResponse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class TrainingImageResponse(_Model):
    """TrainingImageResponse."""

    _FIELDS = {"trainingImage": "training_image"}

    training_image: TrainingImage

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 1 else self._filled(data)
        try:
            v = known["trainingImage"]
            self.training_image = (
                _read_TrainingImage(v) if kind(v) is dict else absent(v, data, "trainingImage", "an object")
            )
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .training_image import TrainingImage  # noqa: E402

_read_TrainingImage = TrainingImage.from_dict
