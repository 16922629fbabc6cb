"""UpdateDescriptionRequest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import new


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UpdateDescriptionRequest(_Model):
    """UpdateDescriptionRequest."""

    _FIELDS = {"description": "description"}

    description: str | None
    """The description, in Markdown; null takes it away."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 1 else self._filled(data)
        try:
            self.description = known["description"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
