"""Mapped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, absent, kind, new, odd
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Mapped(Model):
    """Mapped."""

    _FIELDS = {"stops": "stops"}

    stops: dict[str, Cat] | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 1 else self._filled(data)
        try:
            v = known["stops"]
            self.stops = (
                {key: _read_Cat(i) if kind(i) is dict else odd(i, v) for key, i in v.items()}
                if kind(v) is dict
                else absent(v, data, "stops", "an object")
            )
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .cat import Cat  # noqa: E402

_read_Cat = Cat.from_dict
