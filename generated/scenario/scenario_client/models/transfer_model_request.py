"""TransferModelRequest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class TransferModelRequest(_Model):
    """TransferModelRequest."""

    _FIELDS = {"destinationProjectId": "destination_project_id", "destinationTeamId": "destination_team_id"}

    destination_project_id: str
    """The project to copy the model to."""
    destination_team_id: str | Unset = UNSET
    """The team of that project."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 2 else self._filled(data)
        try:
            self.destination_project_id = known["destinationProjectId"]
            self.destination_team_id = known["destinationTeamId"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
