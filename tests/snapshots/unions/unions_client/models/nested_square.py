"""NestedSquare."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, Model, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class NestedSquare(Model):
    """NestedSquare."""

    _FIELDS = {"note": "note", "side": "side", "shape": "shape"}

    note: str
    side: float
    shape: SquareShape | str | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        get = data.get
        self._raw = data
        self.note = get("note", ABSENT)
        self.side = get("side", ABSENT)
        v = get("shape", ABSENT)
        self.shape = SQUARE_SHAPE_MEMBERS.get(v, v) if kind(v) is str else v
        return self


from .square_shape import SQUARE_SHAPE_MEMBERS, SquareShape  # noqa: E402
