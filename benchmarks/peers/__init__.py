"""The peers' side of each case: the same data read and written as each of them does it."""

from __future__ import annotations

_AS_IS = ("generated_images", "generation_elements", "generated_image_variation_generics")
_ODD = {"ak_uuid": "akUUID", "motion_mp4_url": "motionMP4URL"}


def wire(name: str) -> str:
    """The wire name of a field of a generation."""
    if name in _AS_IS:
        return name
    first, *rest = name.split("_")
    return _ODD.get(name) or first + "".join(word.capitalize() for word in rest)
