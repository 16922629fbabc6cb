"""Epoch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import new, objects
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Epoch(_Model):
    """A state of a model during its training, to be chosen by `epoch`."""

    _FIELDS = {"epoch": "epoch", "assets": "assets"}

    epoch: str
    """The epoch hash to identify the epoch"""
    assets: list[AssetRef] | Unset = UNSET
    """The assets of the epoch if sample prompts as been supplied during training"""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 2 else self._filled(data)
        try:
            self.epoch = known["epoch"]
            self.assets = objects(known["assets"], _read_AssetRef, data, "assets")
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .asset_ref import AssetRef  # noqa: E402

_read_AssetRef = AssetRef.from_dict
