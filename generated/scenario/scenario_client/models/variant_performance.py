"""VariantPerformance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import ABSENT, absent, kind, new
from .._runtime.codec import Model as _Model
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
        get = data.get
        self._raw = data
        self.capability = get("capability", ABSENT)
        self.computed_at = get("computedAt", ABSENT)
        self.variant_key = get("variantKey", ABSENT)
        v = get("arenaScore", ABSENT)
        self.arena_score = (
            ArenaScore.from_dict(v) if kind(v) is dict else absent(v, data, "arenaScore", "an object")
        )
        self.cost_per_asset_max_cu = get("costPerAssetMaxCU", ABSENT)
        self.cost_per_asset_min_cu = get("costPerAssetMinCU", ABSENT)
        self.cost_per_asset_p50_cu = get("costPerAssetP50CU", ABSENT)
        self.inference_latency_p50_sec = get("inferenceLatencyP50Sec", ABSENT)
        self.inference_latency_p75_sec = get("inferenceLatencyP75Sec", ABSENT)
        self.resolution = get("resolution", ABSENT)
        self.total_latency_p50_sec = get("totalLatencyP50Sec", ABSENT)
        self.total_latency_p75_sec = get("totalLatencyP75Sec", ABSENT)
        return self


from .arena_score import ArenaScore  # noqa: E402
