"""OfTeam."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, kind, new


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class OfTeam(Model):
    """OfTeam."""

    _FIELDS = {"change": "change", "type": "type"}

    _TOLD_BY = {"change": ["made", "changed"], "type": ["team"]}

    change: OfMatchChange | str
    type: OfTeamType | str

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 2 else self._filled(data)
        try:
            v = known["change"]
            self.change = OF_MATCH_CHANGE_MEMBERS[v] if kind(v) is str else v
            v = known["type"]
            self.type = OF_TEAM_TYPE_MEMBERS[v] if kind(v) is str else v
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .of_match_change import OF_MATCH_CHANGE_MEMBERS, OfMatchChange  # noqa: E402
from .of_team_type import OF_TEAM_TYPE_MEMBERS, OfTeamType  # noqa: E402
