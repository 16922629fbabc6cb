"""Clip."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define

from .._runtime.codec import Model, absent, kind, new, odd
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Clip(Model):
    """A moving picture, made of others."""

    _FIELDS = {"kind": "kind", "url": "url", "seconds": "seconds", "parts": "parts", "byName": "by_name"}
    _CONST = {"kind": "clip"}

    kind: Literal["clip"] | str
    url: str
    seconds: float | Unset = UNSET
    parts: list[Source] | Unset = UNSET
    by_name: dict[str, Image] | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        known = data if len(data) == 5 else self._filled(data)
        try:
            self.kind = known["kind"]
            self.url = known["url"]
            self.seconds = known["seconds"]
            v = known["parts"]
            self.parts = [decode_Source(i) for i in v] if kind(v) is list else absent(v, data, "parts")
            v = known["byName"]
            self.by_name = (
                {k: _read_Image(i) if kind(i) is dict else odd(i, v) for k, i in v.items()}
                if kind(v) is dict
                else absent(v, data, "byName", "an object")
            )
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .image import Image
from .source import Source, decode_Source

_read_Image = Image.from_dict
