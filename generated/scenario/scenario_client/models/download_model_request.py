"""DownloadModelRequest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import new
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
        known = data if len(data) == 1 else self._filled(data)
        try:
            self.model_epoch = known["modelEpoch"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
