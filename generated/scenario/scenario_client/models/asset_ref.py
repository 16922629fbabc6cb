"""AssetRef."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import new


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class AssetRef(_Model):
    """AssetRef."""

    _FIELDS = {"assetId": "asset_id", "url": "url"}

    asset_id: str
    """The AssetId of the image during training (example: “asset_GTrL3mq4SXWyMxkOHRxlpw”)"""
    url: str
    """The url of the asset"""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 2 else self._filled(data)
        try:
            self.asset_id = known["assetId"]
            self.url = known["url"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
