"""ArenaScore."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import new


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ArenaScore(_Model):
    """External quality score from arena.ai leaderboard"""

    _FIELDS = {
        "arenaCategory": "arena_category",
        "arenaModelName": "arena_model_name",
        "fetchedAt": "fetched_at",
        "rank": "rank",
        "rating": "rating",
        "ratingLower": "rating_lower",
        "ratingUpper": "rating_upper",
        "votes": "votes",
    }

    arena_category: str
    """Arena category (example: “text_to_image”, “image_to_video”)"""
    arena_model_name: str
    """Model name on arena.ai"""
    fetched_at: str
    """When this score was last fetched (ISO date)"""
    rank: float
    """Rank in the arena category"""
    rating: float
    """ELO rating"""
    rating_lower: float
    """ELO rating confidence interval lower bound"""
    rating_upper: float
    """ELO rating confidence interval upper bound"""
    votes: float
    """Number of human votes"""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 8 else self._filled(data)
        try:
            self.arena_category = known["arenaCategory"]
            self.arena_model_name = known["arenaModelName"]
            self.fetched_at = known["fetchedAt"]
            self.rank = known["rank"]
            self.rating = known["rating"]
            self.rating_lower = known["ratingLower"]
            self.rating_upper = known["ratingUpper"]
            self.votes = known["votes"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
