"""Animal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Animal(Model):
    """Animal."""

    _FIELDS = {"type": "type", "age": "age"}

    type: str
    age: int | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 2 else self._filled(data)
        try:
            self.type = known["type"]
            self.age = known["age"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
