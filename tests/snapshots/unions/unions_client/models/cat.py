"""Cat."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Cat(Model):
    """Cat."""

    _FIELDS = {"kind": "kind", "lives": "lives"}

    kind: str
    lives: int | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 2 else self._filled(data)
        try:
            self.kind = known["kind"]
            self.lives = known["lives"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
