"""Job."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, absent, kind, new, objects, parse_date, parse_datetime
from .._runtime.unions import union
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Job(Model):
    """A job and its pictures."""

    _FIELDS = {
        "id": "id",
        "status": "status",
        "createdAt": "created_at",
        "day": "day",
        "images": "images",
        "cover": "cover",
        "tags": "tags",
        "seed": "seed",
        "settings": "settings",
    }

    id: str
    status: JobStatus | str
    created_at: datetime | Unset = UNSET
    day: date | Unset | None = UNSET
    images: list[Image] | Unset = UNSET
    cover: Image | Unset | None = UNSET
    tags: list[str] | Unset = UNSET
    seed: int | str | Image | Unset = UNSET
    settings: Any | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = data
        known = data if len(data) == 9 else self._filled(data)
        try:
            self.id = known["id"]
            v = known["status"]
            self.status = JOB_STATUS[v] if kind(v) is str else v
            self.created_at = parse_datetime(known["createdAt"])
            self.day = parse_date(known["day"])
            self.images = objects(known["images"], _read_Image, data, "images")
            v = known["cover"]
            self.cover = _read_Image(v) if kind(v) is dict else absent(v, data, "cover", "an object")
            v = known["tags"]
            self.tags = v if kind(v) is list else absent(v, data, "tags")
            self.seed = _seed(known["seed"])
            self.settings = known["settings"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .image import Image
from .job_status import JOB_STATUS, JobStatus

_read_Image = Image.from_dict
_seed = union(int, str, Image)
