"""TrainActionRequest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import kind, new


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class TrainActionRequest(_Model):
    """TrainActionRequest."""

    _FIELDS = {"action": "action"}

    action: TrainAction | str

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 1 else self._filled(data)
        try:
            v = known["action"]
            self.action = TRAIN_ACTION_MEMBERS[v] if kind(v) is str else v
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .train_action import TRAIN_ACTION_MEMBERS, TrainAction  # noqa: E402
