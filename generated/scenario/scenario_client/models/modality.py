"""Modality."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class Modality(StrEnum):
    """Modality to detect"""

    CANNY = "canny"
    DEPTH = "depth"
    GRAYSCALE = "grayscale"
    LINEART_ANIME = "lineart_anime"
    MLSD = "mlsd"
    NORMAL = "normal"
    POSE = "pose"
    SCRIBBLE = "scribble"
    SEGMENTATION = "segmentation"
    SKETCH = "sketch"


MODALITY_MEMBERS: Final = members(Modality)
