"""CopyModelRequest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, new
from .._runtime.codec import Model as _Model
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
        get = data.get
        self._raw = data
        self.copy_as_trained = get("copyAsTrained", ABSENT)
        self.copy_examples = get("copyExamples", ABSENT)
        return self
