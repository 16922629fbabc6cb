"""Child."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, absent, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Child(Model):
    """Child."""

    _FIELDS = {"id": "id", "name": "name", "own": "own", "list": "list"}

    id: int
    name: str | None
    own: float
    list: builtins.list[str] | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 4 else self._filled(data)
        try:
            self.id = known["id"]
            self.name = known["name"]
            self.own = known["own"]
            v = known["list"]
            self.list = v if kind(v) is list else absent(v, data, "list")
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
