"""UpdateExamplesRequest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UpdateExamplesRequest(_Model):
    """UpdateExamplesRequest."""

    _FIELDS = {"assetIds": "asset_ids"}

    asset_ids: list[str]
    """The assets to show as examples. Limits: at most 150 items."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 1 else self._filled(data)
        try:
            v = known["assetIds"]
            self.asset_ids = v if kind(v) is list else absent(v, data, "assetIds")
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
