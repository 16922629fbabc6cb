"""TrainingStats."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class TrainingStats(_Model):
    """Additional information about the model’s training"""

    _FIELDS = {
        "endedAt": "ended_at",
        "queueDuration": "queue_duration",
        "startedAt": "started_at",
        "trainDuration": "train_duration",
    }

    ended_at: str | Unset = UNSET
    """The training end time as an ISO date string"""
    queue_duration: float | Unset = UNSET
    """The training queued duration in seconds"""
    started_at: str | Unset = UNSET
    """The training start time as an ISO date string"""
    train_duration: float | Unset = UNSET
    """The training duration in seconds"""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 4 else self._filled(data)
        try:
            self.ended_at = known["endedAt"]
            self.queue_duration = known["queueDuration"]
            self.started_at = known["startedAt"]
            self.train_duration = known["trainDuration"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
