"""Bag."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, absent, kind, new
from .._runtime.unions import union
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Bag(Model):
    """Bag."""

    _FIELDS = {
        "conflicting": "conflicting",
        "deep": "deep",
        "described": "described",
        "either": "either",
        "looped": "looped",
        "scalar": "scalar",
        "wrapped": "wrapped",
    }

    conflicting: BagConflicting | Unset = UNSET
    deep: Deep | Unset = UNSET
    described: Base | Unset = UNSET
    """a base with words"""
    either: WithUnionWithLeft | WithUnionWithRight | dict[str, Any] | Unset = UNSET
    looped: Looped | Unset = UNSET
    scalar: str | Unset = UNSET
    """Limits: at most 5 characters."""
    wrapped: Base | None | Unset = UNSET
    """only a wrapper"""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        self._raw = data
        known = data if len(data) == 7 else self._filled(data)
        try:
            v = known["conflicting"]
            self.conflicting = (
                _read_BagConflicting(v) if kind(v) is dict else absent(v, data, "conflicting", "an object")
            )
            v = known["deep"]
            self.deep = _read_Deep(v) if kind(v) is dict else absent(v, data, "deep", "an object")
            v = known["described"]
            self.described = _read_Base(v) if kind(v) is dict else absent(v, data, "described", "an object")
            self.either = _union_1(known["either"])
            v = known["looped"]
            self.looped = _read_Looped(v) if kind(v) is dict else absent(v, data, "looped", "an object")
            self.scalar = known["scalar"]
            v = known["wrapped"]
            self.wrapped = _read_Base(v) if kind(v) is dict else absent(v, data, "wrapped", "an object")
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .bag_conflicting import BagConflicting  # noqa: E402
from .base import Base  # noqa: E402
from .deep import Deep  # noqa: E402
from .looped import Looped  # noqa: E402
from .with_union_with_left import WithUnionWithLeft  # noqa: E402
from .with_union_with_right import WithUnionWithRight  # noqa: E402

_read_BagConflicting = BagConflicting.from_dict
_read_Base = Base.from_dict
_read_Deep = Deep.from_dict
_read_Looped = Looped.from_dict

_union_1 = union(WithUnionWithLeft, WithUnionWithRight)
