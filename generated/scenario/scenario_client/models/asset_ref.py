"""AssetRef."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, new
from .._runtime.codec import Model as _Model


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
        get = data.get
        self._raw = data
        self.asset_id = get("assetId", ABSENT)
        self.url = get("url", ABSENT)
        return self
