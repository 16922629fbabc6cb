"""TagChanges."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, absent, kind, new
from .._runtime.codec import Model as _Model


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
        get = data.get
        self._raw = data
        v = get("added", ABSENT)
        self.added = v if kind(v) is list else absent(v, data, "added")
        v = get("deleted", ABSENT)
        self.deleted = v if kind(v) is list else absent(v, data, "deleted")
        return self
