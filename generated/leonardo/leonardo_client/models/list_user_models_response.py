"""ListUserModelsResponse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, new, objects
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ListUserModelsResponse(Model):
    """ListUserModelsResponse."""

    _FIELDS = {"custom_models": "custom_models"}

    custom_models: list[CustomModel | None] | None | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 1 else self._filled(data)
        try:
            self.custom_models = objects(known["custom_models"], _read_CustomModel, data, "custom_models")
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .custom_model import CustomModel  # noqa: E402

_read_CustomModel = CustomModel.from_dict
