"""DescriptionAsset."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class DescriptionAsset(_Model):
    """An asset that a description names."""

    _FIELDS = {
        "id": "id",
        "authorId": "author_id",
        "kind": "kind",
        "mimeType": "mime_type",
        "ownerId": "owner_id",
        "privacy": "privacy",
        "properties": "properties",
        "source": "source",
        "url": "url",
        "originalFileUrl": "original_file_url",
        "preview": "preview",
        "thumbnail": "thumbnail",
    }

    id: str
    """The asset ID (example: “asset_GTrL3mq4SXWyMxkOHRxlpw”)"""
    author_id: str
    """The author user ID (example: “dcf121faaa1a0a0bbbd9ca1b73d62aea”)"""
    kind: AssetKind | str
    """The kind of asset"""
    mime_type: str
    """The mime type of the asset (example: “image/png”)"""
    owner_id: str
    """The owner (project) ID (example: “proj_23tlk332lkht3kl2” or “team_dlkhgs23tlk3hlkth32lkht3kl2” for old
    teams)
    """
    privacy: Privacy | str
    """The privacy of the asset"""
    properties: AssetProperties
    source: AssetSource | str
    url: str
    """Signed URL to get the asset content"""
    original_file_url: str | Unset = UNSET
    """The original file url.

    Contains the url of the original file. without any conversion. Only available for some specific video,
    audio and threeD assets. Is only specified if the given asset data has been replaced with a new file
    during the creation of the asset.
    """
    preview: AssetRef | Unset = UNSET
    """The asset’s preview.

    Contains the assetId and the url of the preview.
    """
    thumbnail: AssetRef | Unset = UNSET
    """The asset’s thumbnail.

    Contains the assetId and the url of the thumbnail.
    """

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 12 else self._filled(data)
        try:
            self.id = known["id"]
            self.author_id = known["authorId"]
            v = known["kind"]
            self.kind = ASSET_KIND_MEMBERS[v] if kind(v) is str else v
            self.mime_type = known["mimeType"]
            self.owner_id = known["ownerId"]
            v = known["privacy"]
            self.privacy = PRIVACY_MEMBERS[v] if kind(v) is str else v
            v = known["properties"]
            self.properties = (
                _read_AssetProperties(v) if kind(v) is dict else absent(v, data, "properties", "an object")
            )
            v = known["source"]
            self.source = ASSET_SOURCE_MEMBERS[v] if kind(v) is str else v
            self.url = known["url"]
            self.original_file_url = known["originalFileUrl"]
            v = known["preview"]
            self.preview = _read_AssetRef(v) if kind(v) is dict else absent(v, data, "preview", "an object")
            v = known["thumbnail"]
            self.thumbnail = (
                _read_AssetRef(v) if kind(v) is dict else absent(v, data, "thumbnail", "an object")
            )
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .asset_kind import ASSET_KIND_MEMBERS, AssetKind  # noqa: E402
from .asset_properties import AssetProperties  # noqa: E402
from .asset_ref import AssetRef  # noqa: E402
from .asset_source import ASSET_SOURCE_MEMBERS, AssetSource  # noqa: E402
from .privacy import PRIVACY_MEMBERS, Privacy  # noqa: E402

_read_AssetProperties = AssetProperties.from_dict
_read_AssetRef = AssetRef.from_dict
