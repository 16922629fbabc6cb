"""Bag."""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, Model, absent, kind, new
from .._runtime.unions import union
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Bag(Model):
    """Bag."""

    _FIELDS = {
        "by": "by",
        "inner": "inner",
        "many": "many",
        "maybe": "maybe",
        "value": "value",
        "when": "when",
    }

    by: dict[str, Pet] | Unset = UNSET
    inner: NestedSquare | NestedNestedWithRadius | dict[str, Any] | Unset = UNSET
    """A union and properties of its own."""
    many: list[Pet | str] | Unset = UNSET
    maybe: Cat | Square | dict[str, Any] | None | Unset = UNSET
    value: str | int | bool | Cat | dict[str, Any] | Unset = UNSET
    when: _dt.datetime | _dt.date | int | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        get = data.get
        self._raw = data
        v = get("by", ABSENT)
        self.by = (
            {key: decode_Pet(i) for key, i in v.items()}
            if kind(v) is dict
            else absent(v, data, "by", "an object")
        )
        self.inner = _union_1(get("inner", ABSENT))
        v = get("many", ABSENT)
        self.many = [_union_2(i) for i in v] if kind(v) is list else absent(v, data, "many")
        self.maybe = _union_3(get("maybe", ABSENT))
        self.value = _union_4(get("value", ABSENT))
        self.when = _union_5(get("when", ABSENT))
        return self


from .cat import Cat  # noqa: E402
from .nested_nested_with_radius import NestedNestedWithRadius  # noqa: E402
from .nested_square import NestedSquare  # noqa: E402
from .pet import Pet, decode_Pet  # noqa: E402
from .square import Square  # noqa: E402

_union_1 = union(NestedSquare, NestedNestedWithRadius)

_union_2 = union(decode_Pet, str)

_union_3 = union(Cat, Square)

_union_4 = union(str, int, bool, Cat)

_union_5 = union(_dt.datetime, _dt.date, int)
