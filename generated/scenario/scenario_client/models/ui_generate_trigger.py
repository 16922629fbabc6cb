"""UiGenerateTrigger."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, kind, new
from .._runtime.codec import Model as _Model
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UiGenerateTrigger(_Model):
    """Configuration for the trigger generate button"""

    _FIELDS = {"label": "label", "after": "after", "position": "position"}

    label: str
    after: str | Unset = UNSET
    """The ‘name’ of the input where the trigger generate button will be displayed (after the input). Do not
    specify both position and after.
    """
    position: TriggerPosition | str | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        get = data.get
        self._raw = data
        self.label = get("label", ABSENT)
        self.after = get("after", ABSENT)
        v = get("position", ABSENT)
        self.position = TRIGGER_POSITION_MEMBERS.get(v, v) if kind(v) is str else v
        return self


from .trigger_position import TRIGGER_POSITION_MEMBERS, TriggerPosition  # noqa: E402
