"""ListUserGenerationsResponse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, new, objects
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ListUserGenerationsResponse(Model):
    """ListUserGenerationsResponse."""

    _FIELDS = {"generations": "generations"}

    generations: list[UserGeneration] | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 1 else self._filled(data)
        try:
            self.generations = objects(known["generations"], _read_UserGeneration, data, "generations")
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .user_generation import UserGeneration  # noqa: E402

_read_UserGeneration = UserGeneration.from_dict
