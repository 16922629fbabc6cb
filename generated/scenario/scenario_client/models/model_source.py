"""ModelSource."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class ModelSource(StrEnum):
    """The source of the model"""

    CIVITAI = "civitai"
    HUGGINGFACE = "huggingface"
    OTHER = "other"
    SCENARIO = "scenario"


MODEL_SOURCE_MEMBERS: Final = members(ModelSource)
