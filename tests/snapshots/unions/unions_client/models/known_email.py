"""KnownEmail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, kind, new


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class KnownEmail(Model):
    """KnownEmail."""

    _FIELDS = {"free": "free", "result": "result"}

    _TOLD_BY = {"result": ["good", "bad"]}

    free: bool
    result: KnownEmailResult | str

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 2 else self._filled(data)
        try:
            self.free = known["free"]
            v = known["result"]
            self.result = KNOWN_EMAIL_RESULT_MEMBERS[v] if kind(v) is str else v
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .known_email_result import KNOWN_EMAIL_RESULT_MEMBERS, KnownEmailResult  # noqa: E402
