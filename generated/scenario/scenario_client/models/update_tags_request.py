"""UpdateTagsRequest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new
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
        known = data if len(data) == 3 else self._filled(data)
        try:
            v = known["add"]
            self.add = v if kind(v) is list else absent(v, data, "add")
            v = known["delete"]
            self.delete = v if kind(v) is list else absent(v, data, "delete")
            self.strict = known["strict"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
