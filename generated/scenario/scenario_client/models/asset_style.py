"""AssetStyle."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class AssetStyle(StrEnum):
    """AssetStyle."""

    VALUE_3_D_CARTOON = "3d-cartoon"
    VALUE_3_D_RENDERED = "3d-rendered"
    ANIME = "anime"
    CARTOON = "cartoon"
    CINEMATIC = "cinematic"
    CLAYMATION = "claymation"
    CLOUD_SKYDOME = "cloud-skydome"
    COMIC = "comic"
    CYBERPUNK = "cyberpunk"
    ENCHANTED = "enchanted"
    FANTASY = "fantasy"
    INK = "ink"
    MANGA = "manga"
    MANGA_COLOR = "manga-color"
    MINIMALIST = "minimalist"
    NEON_TRON = "neon-tron"
    OIL_PAINTING = "oil-painting"
    PASTEL = "pastel"
    PHOTO = "photo"
    PHOTOGRAPHY = "photography"
    PSYCHEDELIC = "psychedelic"
    RETRO_FANTASY = "retro-fantasy"
    SCIFI_CONCEPT_ART = "scifi-concept-art"
    SPACE = "space"
    STANDARD = "standard"
    WHIMSICAL = "whimsical"


ASSET_STYLE_MEMBERS: Final = members(AssetStyle)
