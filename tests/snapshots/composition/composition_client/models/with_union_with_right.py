"""WithUnionWithRight."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, absent, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class WithUnionWithRight(Model):
    """WithUnionWithRight."""

    _FIELDS = {"id": "id", "list": "list", "name": "name", "right": "right"}

    id: int
    list: builtins.list[str] | Unset = UNSET
    name: str | Unset = UNSET
    right: str | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 4 else self._filled(data)
        try:
            self.id = known["id"]
            v = known["list"]
            self.list = v if kind(v) is list else absent(v, data, "list")
            self.name = known["name"]
            self.right = known["right"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
