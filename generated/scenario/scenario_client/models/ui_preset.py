"""UiPreset."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UiPreset(_Model):
    """UiPreset."""

    _FIELDS = {"fields": "fields", "presets": "presets"}

    fields: list[str]
    presets: Any

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 2 else self._filled(data)
        try:
            v = known["fields"]
            self.fields = v if kind(v) is list else absent(v, data, "fields")
            self.presets = known["presets"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
