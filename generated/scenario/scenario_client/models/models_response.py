"""ModelsResponse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, absent, kind, new, odd
from .._runtime.codec import Model as _Model


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ModelsResponse(_Model):
    """ModelsResponse."""

    _FIELDS = {"models": "models"}

    models: list[BulkModel]

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        get = data.get
        self._raw = data
        v = get("models", ABSENT)
        self.models = (
            [BulkModel.from_dict(i) if kind(i) is dict else odd(i, v) for i in v]
            if kind(v) is list
            else absent(v, data, "models")
        )
        return self


from .bulk_model import BulkModel  # noqa: E402
