"""UiGenerateTrigger."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import kind, new
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
        known = data if len(data) == 3 else self._filled(data)
        try:
            self.label = known["label"]
            self.after = known["after"]
            v = known["position"]
            self.position = TRIGGER_POSITION_MEMBERS[v] if kind(v) is str else v
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .trigger_position import TRIGGER_POSITION_MEMBERS, TriggerPosition  # noqa: E402
