"""TrainingImagePairs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import new, objects


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class TrainingImagePairs(_Model):
    """All pairs of training images of a model."""

    _FIELDS = {"count": "count", "pairs": "pairs"}

    count: float
    """Number of training image pairs"""
    pairs: list[TrainingImagePair]
    """Array of training image pairs"""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 2 else self._filled(data)
        try:
            self.count = known["count"]
            self.pairs = objects(known["pairs"], _read_TrainingImagePair, data, "pairs")
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .training_image_pair import TrainingImagePair  # noqa: E402

_read_TrainingImagePair = TrainingImagePair.from_dict
