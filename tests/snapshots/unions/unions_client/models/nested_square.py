"""NestedSquare."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class NestedSquare(Model):
    """NestedSquare."""

    _FIELDS = {"note": "note", "side": "side", "shape": "shape"}

    _TOLD_BY = {"shape": ["square"]}

    note: str
    side: float
    shape: SquareShape | str | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 3 else self._filled(data)
        try:
            self.note = known["note"]
            self.side = known["side"]
            v = known["shape"]
            self.shape = SQUARE_SHAPE_MEMBERS[v] if kind(v) is str else v
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .square_shape import SQUARE_SHAPE_MEMBERS, SquareShape  # noqa: E402
