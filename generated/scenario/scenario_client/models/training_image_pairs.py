"""TrainingImagePairs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, absent, kind, new, odd
from .._runtime.codec import Model as _Model


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
        get = data.get
        self._raw = data
        self.count = get("count", ABSENT)
        v = get("pairs", ABSENT)
        self.pairs = (
            [TrainingImagePair.from_dict(i) if kind(i) is dict else odd(i, v) for i in v]
            if kind(v) is list
            else absent(v, data, "pairs")
        )
        return self


from .training_image_pair import TrainingImagePair  # noqa: E402
