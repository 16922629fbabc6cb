"""AssetKind."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class AssetKind(StrEnum):
    """The asset kind of the input. Only taken into account for `file` and `file_array` input types. If model
    provides multiple kinds, the input will be not able to create the asset on the flight on API side with
    dataurl without data:kind, prefix
    """

    VALUE_3_D = "3d"
    AUDIO = "audio"
    DOCUMENT = "document"
    IMAGE = "image"
    IMAGE_HDR = "image-hdr"
    JSON = "json"
    VIDEO = "video"


ASSET_KIND_MEMBERS: Final = members(AssetKind)
