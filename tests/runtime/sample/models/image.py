"""Image."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define

from .._runtime.codec import Model, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Image(Model):
    """A picture of a job."""

    _FIELDS = {"kind": "kind", "id": "id", "url": "url", "nsfw": "nsfw", "likeCount": "like_count"}
    _CONST = {"kind": "image"}

    kind: Literal["image"] | str
    id: str
    url: str
    nsfw: bool | Unset = UNSET
    like_count: int | Unset | None = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        known = data if len(data) == 5 else self._filled(data)
        try:
            self.kind = known["kind"]
            self.id = known["id"]
            self.url = known["url"]
            self.nsfw = known["nsfw"]
            self.like_count = known["likeCount"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
