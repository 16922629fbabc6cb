"""BagConflicting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class BagConflicting(Model):
    """BagConflicting."""

    _FIELDS = {"x": "x"}

    x: BagConflictingX | str | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 1 else self._filled(data)
        try:
            v = known["x"]
            self.x = BAG_CONFLICTING_X_MEMBERS[v] if kind(v) is str else v
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .bag_conflicting_x import BAG_CONFLICTING_X_MEMBERS, BagConflictingX  # noqa: E402
