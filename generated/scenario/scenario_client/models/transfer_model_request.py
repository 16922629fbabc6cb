"""TransferModelRequest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, new
from .._runtime.codec import Model as _Model
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
        get = data.get
        self._raw = data
        self.destination_project_id = get("destinationProjectId", ABSENT)
        self.destination_team_id = get("destinationTeamId", ABSENT)
        return self
