"""ArenaScore."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, new
from .._runtime.codec import Model as _Model


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
        get = data.get
        self._raw = data
        self.arena_category = get("arenaCategory", ABSENT)
        self.arena_model_name = get("arenaModelName", ABSENT)
        self.fetched_at = get("fetchedAt", ABSENT)
        self.rank = get("rank", ABSENT)
        self.rating = get("rating", ABSENT)
        self.rating_lower = get("ratingLower", ABSENT)
        self.rating_upper = get("ratingUpper", ABSENT)
        self.votes = get("votes", ABSENT)
        return self
