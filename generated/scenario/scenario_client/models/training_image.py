"""TrainingImage."""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import new, parse_datetime


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
        self._raw = data
        known = data if len(data) == 6 else self._filled(data)
        try:
            self.id = known["id"]
            self.automatic_captioning = known["automaticCaptioning"]
            self.created_at = parse_datetime(known["createdAt"])
            self.description = known["description"]
            self.download_url = known["downloadUrl"]
            self.name = known["name"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
