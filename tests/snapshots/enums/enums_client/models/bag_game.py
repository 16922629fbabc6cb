"""BagGame."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, new


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class BagGame(Model):
    """BagGame."""

    _FIELDS = {"id": "id", "slug": "slug"}

    id: int
    slug: str

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 2 else self._filled(data)
        try:
            self.id = known["id"]
            self.slug = known["slug"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
