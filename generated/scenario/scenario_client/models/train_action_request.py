"""TrainActionRequest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, kind, new
from .._runtime.codec import Model as _Model


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class TrainActionRequest(_Model):
    """TrainActionRequest."""

    _FIELDS = {"action": "action"}

    action: TrainAction | str

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        get = data.get
        self._raw = data
        v = get("action", ABSENT)
        self.action = TRAIN_ACTION_MEMBERS.get(v, v) if kind(v) is str else v
        return self


from .train_action import TRAIN_ACTION_MEMBERS, TrainAction  # noqa: E402
