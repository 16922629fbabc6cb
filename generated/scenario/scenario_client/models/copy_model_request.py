"""CopyModelRequest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CopyModelRequest(_Model):
    """CopyModelRequest."""

    _FIELDS = {"copyAsTrained": "copy_as_trained", "copyExamples": "copy_examples"}

    copy_as_trained: bool | Unset = UNSET
    """Copy what was trained too."""
    copy_examples: bool | Unset = UNSET
    """Copy the examples too. The server's default: True."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 2 else self._filled(data)
        try:
            self.copy_as_trained = known["copyAsTrained"]
            self.copy_examples = known["copyExamples"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
