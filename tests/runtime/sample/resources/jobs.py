"""Jobs: create, follow, list and delete."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from .._runtime.operation import Body, Operation, Param, Result
from .._runtime.paging import AsyncPages, Pages, Paginator
from .._runtime.raw import raw, raw_async
from .._runtime.resource import AsyncResource, Resource
from .._runtime.unset import UNSET, Unset
from .._runtime.waiting import Waiter

if TYPE_CHECKING:
    from ..models import CreatedJob, Job

_KEY: Final = (("bearerAuth",),)

_CREATE: Final[Operation[CreatedJob]] = Operation(
    "POST",
    "/jobs",
    Result("200", "CreatedJob"),
    name="jobs.create",
    body=(Body("application/json", "json"),),
    security=_KEY,
    envelope="job",
)
_GET: Final[Operation[Job]] = Operation(
    "GET",
    "/jobs/{id}",
    Result("200", "Job"),
    name="jobs.get",
    params=(Param("id", "path"),),
    security=_KEY,
    envelope="jobs_by_pk",
)
_LIST: Final[Operation[list[Job]]] = Operation(
    "GET",
    "/jobs/user/{userId}",
    Result("200", "[Job]"),
    name="jobs.list_by_user",
    params=(
        Param("userId", "path"),
        Param("offset", "query"),
        Param("limit", "query"),
        Param("tags", "query"),
    ),
    security=_KEY,
    envelope="jobs",
)
_DELETE: Final[Operation[Job]] = Operation(
    "DELETE",
    "/jobs/{id}",
    Result("200", "Job"),
    name="jobs.delete",
    params=(Param("id", "path"),),
    security=_KEY,
    envelope="delete_jobs_by_pk",
)
_CANCEL: Final[Operation[None]] = Operation(
    "POST",
    "/jobs/{id}/cancel",
    Result("204", kind="none"),
    name="jobs.cancel",
    params=(Param("id", "path"),),
    security=_KEY,
)
_WAITER: Final = Waiter(
    status="/status",
    success=("COMPLETE",),
    failure=("FAILED",),
    id="/jobId",
    interval=2.0,
    growth=1.5,
    max_interval=20.0,
    jitter=0.2,
)
_PAGES: Final = Paginator("offset", offset="offset", size="limit", max_size=50)


class Jobs(Resource):
    """Jobs."""

    @property
    def with_raw_response(self) -> JobsRaw:
        """The same methods, answering with status, headers and body beside the result."""
        return JobsRaw(self._raw_twin())

    def create(
        self,
        *,
        prompt: str,
        num_images: int | Unset | None = UNSET,
        public: bool | Unset = UNSET,
    ) -> CreatedJob:
        """Start a job."""
        return self._send(_CREATE, body={"prompt": prompt, "num_images": num_images, "public": public})

    def get(self, id: str) -> Job:
        """One job."""
        return self._send(_GET, path={"id": id})

    def list_by_user(
        self,
        user_id: str,
        *,
        tags: list[str] | Unset = UNSET,
        offset: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        limit: int | None = None,
    ) -> Pages[Job]:
        """The jobs of a user; at most `limit` of them in all, fetched `page_size` at a time."""
        return self._pages(
            _LIST,
            _PAGES,
            path={"userId": user_id},
            query={"tags": tags, "offset": offset, "limit": page_size},
            limit=limit,
        )

    def delete(self, id: str) -> Job:
        """Delete a job."""
        return self._send(_DELETE, path={"id": id})

    def cancel(self, id: str) -> None:
        """Stop a job."""
        return self._send(_CANCEL, path={"id": id})

    def wait(self, id: str, *, timeout: float | None = 600.0, on_poll: Callable[[Job], object] | None = None) -> Job:
        """Wait until a job is complete."""
        return self._wait(_WAITER, self.get, id, timeout=timeout, on_poll=on_poll)

    def create_and_wait(
        self,
        *,
        prompt: str,
        num_images: int | Unset | None = UNSET,
        public: bool | Unset = UNSET,
        timeout: float | None = 600.0,
        on_poll: Callable[[Job], object] | None = None,
    ) -> Job:
        """Start a job and wait until it is complete."""
        timeout = self._patience(timeout)
        created = self.create(prompt=prompt, num_images=num_images, public=public)
        return self._wait(_WAITER, self.get, created, timeout=timeout, on_poll=on_poll)


class JobsRaw:
    """`Jobs`, with the raw response."""

    def __init__(self, jobs: Jobs) -> None:
        self.create = raw(jobs.create)
        self.get = raw(jobs.get)
        self.delete = raw(jobs.delete)
        self.cancel = raw(jobs.cancel)


class AsyncJobs(AsyncResource):
    """Jobs."""

    @property
    def with_raw_response(self) -> AsyncJobsRaw:
        """The same methods, answering with status, headers and body beside the result."""
        return AsyncJobsRaw(self._raw_twin())

    async def create(
        self,
        *,
        prompt: str,
        num_images: int | Unset | None = UNSET,
        public: bool | Unset = UNSET,
    ) -> CreatedJob:
        """Start a job."""
        return await self._send(_CREATE, body={"prompt": prompt, "num_images": num_images, "public": public})

    async def get(self, id: str) -> Job:
        """One job."""
        return await self._send(_GET, path={"id": id})

    def list_by_user(
        self,
        user_id: str,
        *,
        tags: list[str] | Unset = UNSET,
        offset: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        limit: int | None = None,
    ) -> AsyncPages[Job]:
        """The jobs of a user; at most `limit` of them in all, fetched `page_size` at a time."""
        return self._pages(
            _LIST,
            _PAGES,
            path={"userId": user_id},
            query={"tags": tags, "offset": offset, "limit": page_size},
            limit=limit,
        )

    async def delete(self, id: str) -> Job:
        """Delete a job."""
        return await self._send(_DELETE, path={"id": id})

    async def cancel(self, id: str) -> None:
        """Stop a job."""
        return await self._send(_CANCEL, path={"id": id})

    async def wait(self, id: str, *, timeout: float | None = 600.0, on_poll: Callable[[Job], Any] | None = None) -> Job:
        """Wait until a job is complete."""
        return await self._wait(_WAITER, self.get, id, timeout=timeout, on_poll=on_poll)

    async def create_and_wait(
        self,
        *,
        prompt: str,
        num_images: int | Unset | None = UNSET,
        public: bool | Unset = UNSET,
        timeout: float | None = 600.0,
        on_poll: Callable[[Job], Any] | None = None,
    ) -> Job:
        """Start a job and wait until it is complete."""
        timeout = self._patience(timeout)
        created = await self.create(prompt=prompt, num_images=num_images, public=public)
        return await self._wait(_WAITER, self.get, created, timeout=timeout, on_poll=on_poll)


class AsyncJobsRaw:
    """`AsyncJobs`, with the raw response."""

    def __init__(self, jobs: AsyncJobs) -> None:
        self.create = raw_async(jobs.create)
        self.get = raw_async(jobs.get)
        self.delete = raw_async(jobs.delete)
        self.cancel = raw_async(jobs.cancel)
