"""VariantPerformance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class VariantPerformance(_Model):
    """What one way to use a model costs, and how long it takes."""

    _FIELDS = {
        "capability": "capability",
        "computedAt": "computed_at",
        "variantKey": "variant_key",
        "arenaScore": "arena_score",
        "costPerAssetMaxCU": "cost_per_asset_max_cu",
        "costPerAssetMinCU": "cost_per_asset_min_cu",
        "costPerAssetP50CU": "cost_per_asset_p50_cu",
        "inferenceLatencyP50Sec": "inference_latency_p50_sec",
        "inferenceLatencyP75Sec": "inference_latency_p75_sec",
        "resolution": "resolution",
        "totalLatencyP50Sec": "total_latency_p50_sec",
        "totalLatencyP75Sec": "total_latency_p75_sec",
    }

    capability: str
    """The generation capability (example: “txt2img”, “img2video”, “txt2audio”)"""
    computed_at: str
    """When these stats were last computed (ISO date)"""
    variant_key: str
    """Unique variant identifier (example: “txt2img:1K”, “img2video:2K”, “txt2audio”)"""
    arena_score: ArenaScore | Unset = UNSET
    cost_per_asset_max_cu: float | Unset = UNSET
    """Maximum cost per output asset (CU)"""
    cost_per_asset_min_cu: float | Unset = UNSET
    """Minimum cost per output asset (CU)"""
    cost_per_asset_p50_cu: float | Unset = UNSET
    """Median cost per output asset (CU)"""
    inference_latency_p50_sec: float | Unset = UNSET
    """Inference latency P50 per output asset (seconds)"""
    inference_latency_p75_sec: float | Unset = UNSET
    """Inference latency P75 per output asset (seconds)"""
    resolution: str | Unset = UNSET
    """The resolution bucket (example: “0.5K”, “1K”, “2K”, “4K”)"""
    total_latency_p50_sec: float | Unset = UNSET
    """Total latency P50 per output asset, including queue time (seconds)"""
    total_latency_p75_sec: float | Unset = UNSET
    """Total latency P75 per output asset, including queue time (seconds)"""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 12 else self._filled(data)
        try:
            self.capability = known["capability"]
            self.computed_at = known["computedAt"]
            self.variant_key = known["variantKey"]
            v = known["arenaScore"]
            self.arena_score = (
                _read_ArenaScore(v) if kind(v) is dict else absent(v, data, "arenaScore", "an object")
            )
            self.cost_per_asset_max_cu = known["costPerAssetMaxCU"]
            self.cost_per_asset_min_cu = known["costPerAssetMinCU"]
            self.cost_per_asset_p50_cu = known["costPerAssetP50CU"]
            self.inference_latency_p50_sec = known["inferenceLatencyP50Sec"]
            self.inference_latency_p75_sec = known["inferenceLatencyP75Sec"]
            self.resolution = known["resolution"]
            self.total_latency_p50_sec = known["totalLatencyP50Sec"]
            self.total_latency_p75_sec = known["totalLatencyP75Sec"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .arena_score import ArenaScore  # noqa: E402

_read_ArenaScore = ArenaScore.from_dict
