"""ElementInput."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ElementInput(Model):
    """ElementInput."""

    _FIELDS = {"akUUID": "ak_uuid", "weight": "weight"}

    ak_uuid: str
    """Unique identifier for element. Elements can be found from the List Elements endpoint."""
    weight: float | None | Unset = UNSET
    """Weight for the element. The server's default: 1.0."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 2 else self._filled(data)
        try:
            self.ak_uuid = known["akUUID"]
            self.weight = known["weight"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
