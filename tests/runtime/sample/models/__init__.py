"""The models, imported when first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .clip import Clip as Clip
    from .created_job import CreatedJob as CreatedJob
    from .image import Image as Image
    from .job import Job as Job
    from .job_status import JobStatus as JobStatus
    from .source import Source as Source

__all__, __getattr__, __dir__ = lazy(
    __name__,
    {
        "Clip": ".clip",
        "CreatedJob": ".created_job",
        "Image": ".image",
        "Job": ".job",
        "JobStatus": ".job_status",
        "Source": ".source",
        "decode_Source": ".source",
    },
)
