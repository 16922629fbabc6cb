"""UpdateTagsRequest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, absent, kind, new
from .._runtime.codec import Model as _Model
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UpdateTagsRequest(_Model):
    """UpdateTagsRequest."""

    _FIELDS = {"add": "add", "delete": "delete", "strict": "strict"}

    add: list[str] | Unset = UNSET
    """Tags to add."""
    delete: list[str] | Unset = UNSET
    """Tags to take away."""
    strict: bool | Unset = UNSET
    """Fail where a tag to add is there, or one to take away is not."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        get = data.get
        self._raw = data
        v = get("add", ABSENT)
        self.add = v if kind(v) is list else absent(v, data, "add")
        v = get("delete", ABSENT)
        self.delete = v if kind(v) is list else absent(v, data, "delete")
        self.strict = get("strict", ABSENT)
        return self
