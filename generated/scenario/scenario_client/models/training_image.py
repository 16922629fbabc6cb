"""TrainingImage."""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, new, parse_datetime
from .._runtime.codec import Model as _Model


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class TrainingImage(_Model):
    """An image to train from."""

    _FIELDS = {
        "id": "id",
        "automaticCaptioning": "automatic_captioning",
        "createdAt": "created_at",
        "description": "description",
        "downloadUrl": "download_url",
        "name": "name",
    }

    id: str
    """The training image ID (example: “asset_GTrL3mq4SXWyMxkOHRxlpw”)"""
    automatic_captioning: str
    """Automatic captioning of the image"""
    created_at: _dt.datetime
    """The training image upload date as an ISO string (example: “2023-02-03T11:19:41.579Z”)"""
    description: str
    """Description for the image"""
    download_url: str
    """The URL of the image"""
    name: str
    """The original file name of the image (example: “my-training-image.jpg”)"""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        get = data.get
        self._raw = data
        self.id = get("id", ABSENT)
        self.automatic_captioning = get("automaticCaptioning", ABSENT)
        self.created_at = parse_datetime(get("createdAt", ABSENT))
        self.description = get("description", ABSENT)
        self.download_url = get("downloadUrl", ABSENT)
        self.name = get("name", ABSENT)
        return self
