"""NodeLogicCase."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, new
from .._runtime.codec import Model as _Model


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
        get = data.get
        self._raw = data
        self.condition = get("condition", ABSENT)
        self.value = get("value", ABSENT)
        return self
