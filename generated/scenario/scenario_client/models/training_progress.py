"""TrainingProgress."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class TrainingProgress(_Model):
    """Additional information about the training progress of the model"""

    _FIELDS = {
        "position": "position",
        "progress": "progress",
        "remainingTimeMs": "remaining_time_ms",
        "stage": "stage",
        "startedAt": "started_at",
        "updatedAt": "updated_at",
    }

    position: float | Unset = UNSET
    """Position of the job in the queue (ie. the number of job in the queue before this one)"""
    progress: float | Unset = UNSET
    """The progress of the job. Limits: at least 0, at most 1."""
    remaining_time_ms: float | Unset = UNSET
    """The remaining time in milliseconds"""
    stage: TrainingStage | str | Unset = UNSET
    started_at: float | Unset = UNSET
    """The timestamp in millisecond marking the start of the process"""
    updated_at: float | Unset = UNSET
    """Timestamp in milliseconds of the last time the training progress was updated"""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 6 else self._filled(data)
        try:
            self.position = known["position"]
            self.progress = known["progress"]
            self.remaining_time_ms = known["remainingTimeMs"]
            v = known["stage"]
            self.stage = TRAINING_STAGE_MEMBERS[v] if kind(v) is str else v
            self.started_at = known["startedAt"]
            self.updated_at = known["updatedAt"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .training_stage import TRAINING_STAGE_MEMBERS, TrainingStage  # noqa: E402
