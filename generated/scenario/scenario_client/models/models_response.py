"""ModelsResponse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new, odd


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ModelsResponse(_Model):
    """ModelsResponse."""

    _FIELDS = {"models": "models"}

    models: list[BulkModel]

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 1 else self._filled(data)
        try:
            v = known["models"]
            self.models = (
                [BulkModel.from_dict(i) if kind(i) is dict else odd(i, v) for i in v]
                if kind(v) is list
                else absent(v, data, "models")
            )
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .bulk_model import BulkModel  # noqa: E402
