"""DownloadModelRequest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, new
from .._runtime.codec import Model as _Model
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class DownloadModelRequest(_Model):
    """DownloadModelRequest."""

    _FIELDS = {"modelEpoch": "model_epoch"}

    model_epoch: str | Unset = UNSET
    """The epoch to download, of a model that has epochs."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        get = data.get
        self._raw = data
        self.model_epoch = get("modelEpoch", ABSENT)
        return self
