"""ErrorBody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, Model, absent, kind, new
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
        get = data.get
        self._raw = data
        self.code = get("code", ABSENT)
        self.error = get("error", ABSENT)
        v = get("extensions", ABSENT)
        self.extensions = v if kind(v) is dict else absent(v, data, "extensions", "an object")
        self.message = get("message", ABSENT)
        self.path = _union_1(get("path", ABSENT))
        return self


_union_1 = union(str, array_of(str))
