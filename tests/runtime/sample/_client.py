"""The clients of Sample."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.auth import Bearer
from ._runtime.client import AsyncClient, Config, SyncClient

if TYPE_CHECKING:
    from .resources.jobs import AsyncJobs, Jobs

CONFIG = Config(
    name="sample",
    title="Sample",
    package=__package__,
    version="1.0.0",
    base_url="https://api.sample.test/v1",
    env="SAMPLE",
    security={"bearerAuth": Bearer()},
    limits={"per_minute": 2000, "per_operation": {"jobs.create": 100}, "in_flight": 10},
)


class Sample(SyncClient):
    """The Sample API.

    The key comes from `api_key` or from SAMPLE_API_KEY.
    """

    _config = CONFIG

    @cached_property
    def jobs(self) -> Jobs:
        """Jobs: create, follow, list and delete."""
        from .resources.jobs import Jobs

        return Jobs(self)


class AsyncSample(AsyncClient):
    """The Sample API, async."""

    _config = CONFIG

    @cached_property
    def jobs(self) -> AsyncJobs:
        """Jobs: create, follow, list and delete."""
        from .resources.jobs import AsyncJobs

        return AsyncJobs(self)
