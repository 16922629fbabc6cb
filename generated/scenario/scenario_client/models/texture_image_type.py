"""TextureImageType."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class TextureImageType(StrEnum):
    """Preserve the seamless properties of skybox or texture images. Input has to be of same type (seamless)."""

    SEAMFULL = "seamfull"
    SKYBOX = "skybox"
    TEXTURE = "texture"


TEXTURE_IMAGE_TYPE_MEMBERS: Final = members(TextureImageType)
