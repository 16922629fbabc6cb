"""DeleteElementResponse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, absent, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class DeleteElementResponse(Model):
    """DeleteElementResponse."""

    _FIELDS = {"delete_user_loras_by_pk": "delete_user_loras_by_pk"}

    delete_user_loras_by_pk: DeletedElement | None | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 1 else self._filled(data)
        try:
            v = known["delete_user_loras_by_pk"]
            self.delete_user_loras_by_pk = (
                _read_DeletedElement(v)
                if kind(v) is dict
                else absent(v, data, "delete_user_loras_by_pk", "an object")
            )
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .deleted_element import DeletedElement  # noqa: E402

_read_DeletedElement = DeletedElement.from_dict
