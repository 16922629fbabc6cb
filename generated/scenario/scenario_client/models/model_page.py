"""ModelPage."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import new, objects
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ModelPage(_Model):
    """One page of a list of models."""

    _FIELDS = {"models": "models", "nextPaginationToken": "next_pagination_token"}

    models: list[Model]
    next_pagination_token: str | Unset = UNSET
    """Send this as `paginationToken` for the next page. The last page has none."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 2 else self._filled(data)
        try:
            self.models = objects(known["models"], _read_Model, data, "models")
            self.next_pagination_token = known["nextPaginationToken"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .model import Model  # noqa: E402

_read_Model = Model.from_dict
