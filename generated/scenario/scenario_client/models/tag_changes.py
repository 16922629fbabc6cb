"""TagChanges."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class TagChanges(_Model):
    """The tags that were added to a model, and those that were taken away."""

    _FIELDS = {"added": "added", "deleted": "deleted"}

    added: list[str]
    """The list of added tags"""
    deleted: list[str]
    """The list of deleted tags"""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 2 else self._filled(data)
        try:
            v = known["added"]
            self.added = v if kind(v) is list else absent(v, data, "added")
            v = known["deleted"]
            self.deleted = v if kind(v) is list else absent(v, data, "deleted")
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
