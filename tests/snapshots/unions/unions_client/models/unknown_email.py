"""UnknownEmail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, kind, new


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UnknownEmail(Model):
    """UnknownEmail."""

    _FIELDS = {"free": "free", "result": "result"}

    _TOLD_BY = {"result": ["unknown"]}

    free: None
    result: UnknownEmailResult | str

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 2 else self._filled(data)
        try:
            self.free = known["free"]
            v = known["result"]
            self.result = UNKNOWN_EMAIL_RESULT_MEMBERS[v] if kind(v) is str else v
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .unknown_email_result import UNKNOWN_EMAIL_RESULT_MEMBERS, UnknownEmailResult  # noqa: E402
