"""Source."""

from __future__ import annotations

from typing import Any, TypeAlias

from .._runtime.unions import union

Source: TypeAlias = "Image | Clip | Any"
"""Told apart by `kind`; a kind that the documents do not list stays as it came."""


def decode_Source(value: Any) -> Source:
    """Decode one; what fits no member stays as it came."""
    return _source(value)


from .clip import Clip
from .image import Image

_source = union(Image, Clip, tag="kind", mapping={"image": Image, "clip": Clip})
