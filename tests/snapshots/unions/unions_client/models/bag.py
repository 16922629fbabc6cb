"""Bag."""

from __future__ import annotations

import datetime as _dt
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
        "by": "by",
        "email": "email",
        "incident": "incident",
        "inner": "inner",
        "many": "many",
        "maybe": "maybe",
        "references": "references",
        "value": "value",
        "when": "when",
    }

    by: dict[str, Pet] | Unset = UNSET
    email: KnownEmail | UnknownEmail | dict[str, Any] | Unset = UNSET
    incident: OfTeam | OfMatch | Deletion | dict[str, Any] | Unset = UNSET
    inner: NestedSquare | NestedWithRadius | dict[str, Any] | Unset = UNSET
    """A union and properties of its own."""
    many: list[Pet | str] | Unset = UNSET
    maybe: Cat | Square | dict[str, Any] | None | Unset = UNSET
    references: Listed | Mapped | dict[str, Any] | Unset = UNSET
    value: str | int | bool | Cat | dict[str, Any] | Unset = UNSET
    when: _dt.datetime | _dt.date | int | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        self._raw = data
        known = data if len(data) == 9 else self._filled(data)
        try:
            v = known["by"]
            self.by = (
                {key: decode_Pet(i) for key, i in v.items()}
                if kind(v) is dict
                else absent(v, data, "by", "an object")
            )
            self.email = _union_1(known["email"])
            self.incident = _union_2(known["incident"])
            self.inner = _union_3(known["inner"])
            v = known["many"]
            self.many = [_union_4(i) for i in v] if kind(v) is list else absent(v, data, "many")
            self.maybe = _union_5(known["maybe"])
            self.references = _union_6(known["references"])
            self.value = _union_7(known["value"])
            self.when = _union_8(known["when"])
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .cat import Cat  # noqa: E402
from .deletion import Deletion  # noqa: E402
from .known_email import KnownEmail  # noqa: E402
from .listed import Listed  # noqa: E402
from .mapped import Mapped  # noqa: E402
from .nested_square import NestedSquare  # noqa: E402
from .nested_with_radius import NestedWithRadius  # noqa: E402
from .of_match import OfMatch  # noqa: E402
from .of_team import OfTeam  # noqa: E402
from .pet import Pet, decode_Pet  # noqa: E402
from .square import Square  # noqa: E402
from .unknown_email import UnknownEmail  # noqa: E402

_union_1 = union(
    KnownEmail,
    UnknownEmail,
    tag="result",
    mapping={"bad": KnownEmail, "good": KnownEmail, "unknown": UnknownEmail},
)

_union_2 = union(OfTeam, OfMatch, Deletion)

_union_3 = union(NestedSquare, NestedWithRadius)

_union_4 = union(decode_Pet, str)

_union_5 = union(Cat, Square)

_union_6 = union(Listed, Mapped)

_union_7 = union(str, int, bool, Cat)

_union_8 = union(_dt.datetime, _dt.date, int)
