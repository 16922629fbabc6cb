"""BagFixed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, new


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class BagFixed(Model):
    """BagFixed."""

    _FIELDS = {"kind": "kind", "size": "size"}
    _CONST = {"kind": "x", "size": 2}

    kind: str
    size: int

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 2 else self._filled(data)
        try:
            self.kind = known["kind"]
            self.size = known["size"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
