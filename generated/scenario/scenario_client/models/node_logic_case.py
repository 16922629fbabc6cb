"""NodeLogicCase."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import new


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class NodeLogicCase(_Model):
    """A condition, and the value that it gives."""

    _FIELDS = {"condition": "condition", "value": "value"}

    condition: str
    value: str

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 2 else self._filled(data)
        try:
            self.condition = known["condition"]
            self.value = known["value"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
