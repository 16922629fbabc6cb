"""Child."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, Model, absent, kind, new
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
        get = data.get
        self._raw = data
        self.id = get("id", ABSENT)
        self.name = get("name", ABSENT)
        self.own = get("own", ABSENT)
        v = get("list", ABSENT)
        self.list = v if kind(v) is list else absent(v, data, "list")
        return self
