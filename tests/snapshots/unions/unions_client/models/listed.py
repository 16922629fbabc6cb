"""Listed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, new, objects
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Listed(Model):
    """Listed."""

    _FIELDS = {"stops": "stops"}

    stops: list[Cat] | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 1 else self._filled(data)
        try:
            self.stops = objects(known["stops"], _read_Cat, data, "stops")
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .cat import Cat  # noqa: E402

_read_Cat = Cat.from_dict
