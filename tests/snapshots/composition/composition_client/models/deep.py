"""Deep."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, absent, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Deep(Model):
    """Deep."""

    _FIELDS = {"id": "id", "name": "name", "own": "own", "deep": "deep", "list": "list"}

    id: int
    name: str | None
    own: float
    deep: Base | Unset = UNSET
    list: builtins.list[str] | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 5 else self._filled(data)
        try:
            self.id = known["id"]
            self.name = known["name"]
            self.own = known["own"]
            v = known["deep"]
            self.deep = _read_Base(v) if kind(v) is dict else absent(v, data, "deep", "an object")
            v = known["list"]
            self.list = v if kind(v) is list else absent(v, data, "list")
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .base import Base  # noqa: E402

_read_Base = Base.from_dict
