"""ErrorBody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, absent, kind, new
from .._runtime.unions import array_of, union
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ErrorBody(Model):
    """What the API answers to a request that it refuses, either as `{error, path, code}` or as `{message,
    path, locations, extensions}`.
    """

    _FIELDS = {
        "code": "code",
        "error": "error",
        "extensions": "extensions",
        "message": "message",
        "path": "path",
    }

    code: str | Unset = UNSET
    """A word for it that programs can compare."""
    error: str | Unset = UNSET
    """What went wrong."""
    extensions: dict[str, Any] | Unset = UNSET
    """Additional error details and context."""
    message: str | Unset = UNSET
    """What went wrong."""
    path: str | list[str] | Unset = UNSET
    """Where in the request."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        self._raw = data
        known = data if len(data) == 5 else self._filled(data)
        try:
            self.code = known["code"]
            self.error = known["error"]
            v = known["extensions"]
            self.extensions = v if kind(v) is dict else absent(v, data, "extensions", "an object")
            self.message = known["message"]
            self.path = _union_1(known["path"])
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


_union_1 = union(str, array_of(str))
