"""Deletion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, kind, new


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Deletion(Model):
    """Deletion."""

    _FIELDS = {"change": "change", "type": "type"}

    _TOLD_BY = {"change": ["deleted"], "type": ["team", "match"]}

    change: DeletionChange | str
    type: DeletionType | str

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 2 else self._filled(data)
        try:
            v = known["change"]
            self.change = DELETION_CHANGE_MEMBERS[v] if kind(v) is str else v
            v = known["type"]
            self.type = DELETION_TYPE_MEMBERS[v] if kind(v) is str else v
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .deletion_change import DELETION_CHANGE_MEMBERS, DeletionChange  # noqa: E402
from .deletion_type import DELETION_TYPE_MEMBERS, DeletionType  # noqa: E402
