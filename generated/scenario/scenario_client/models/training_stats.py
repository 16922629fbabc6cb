"""TrainingStats."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, new
from .._runtime.codec import Model as _Model
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
        get = data.get
        self._raw = data
        self.ended_at = get("endedAt", ABSENT)
        self.queue_duration = get("queueDuration", ABSENT)
        self.started_at = get("startedAt", ABSENT)
        self.train_duration = get("trainDuration", ABSENT)
        return self
