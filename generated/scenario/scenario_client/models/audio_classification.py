"""AudioClassification."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class AudioClassification(StrEnum):
    """Classification of the audio"""

    EFFECT = "effect"
    INTERVIEW = "interview"
    MUSIC = "music"
    OTHER = "other"
    SOUND = "sound"
    SPEECH = "speech"
    TEXT = "text"
    UNKNOWN = "unknown"


AUDIO_CLASSIFICATION_MEMBERS: Final = members(AudioClassification)
