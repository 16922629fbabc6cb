"""DeletedObject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class DeletedObject(Model):
    """columns and relationships of "custom_models"."""

    _FIELDS = {"id": "id"}

    id: str | None | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 1 else self._filled(data)
        try:
            self.id = known["id"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
