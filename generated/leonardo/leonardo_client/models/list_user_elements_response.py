"""ListUserElementsResponse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, new, objects
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ListUserElementsResponse(Model):
    """ListUserElementsResponse."""

    _FIELDS = {"user_loras": "user_loras"}

    user_loras: list[UserElement | None] | None | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 1 else self._filled(data)
        try:
            self.user_loras = objects(known["user_loras"], _read_UserElement, data, "user_loras")
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .user_element import UserElement  # noqa: E402

_read_UserElement = UserElement.from_dict
