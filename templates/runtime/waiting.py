"""Waiting for a job to end, from data.

A job that was created is paid for: whatever goes wrong while following it (a failed poll, the end of the
time, Ctrl-C, cancellation), the exception carries its id.
"""

from __future__ import annotations

import math
import random
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Any, Generic, TypeVar

from .codec import Model
from .decoding import at_pointer
from .errors import (
    APIConnectionError,
    ClientError,
    InternalServerError,
    InvalidArgumentError,
    JobFailedError,
    JobTimeoutError,
    RateLimitError,
)
from .shapes import is_awaitable
from .timeouts import BOUND
from .unset import Unset

T = TypeVar("T")

PASSING = (APIConnectionError, RateLimitError, InternalServerError)
"""Failures of a poll (after its own retries) that do not end the waiting: a job outlives a restart of the server."""

GRACE = 5.0
"""Seconds that a poll may go on after the end of the wait: its retries alone would last minutes."""


class Waiter:
    """How a job is followed: `status` points into what a poll returns, `id` into what the create returned.

    The time between polls starts at `interval` seconds and grows by `growth` up to `max_interval`, each
    randomly up to `jitter` (a fraction) longer or shorter.
    """

    __slots__ = ("failure", "growth", "id", "interval", "jitter", "max_interval", "status", "success")

    def __init__(
        self,
        *,
        status: str = "/status",
        success: tuple[object, ...],
        failure: tuple[object, ...] = (),
        id: str = "/id",
        interval: float = 2.0,
        growth: float = 1.5,
        max_interval: float = 20.0,
        jitter: float = 0.2,
    ) -> None:
        self.status = status
        self.success = success
        self.failure = failure
        self.id = id
        self.interval = interval
        self.growth = growth
        self.max_interval = max_interval
        self.jitter = jitter

    def delay(self, poll: int) -> float:
        """Seconds to wait after the poll of this number, from 0."""
        base = min(self.interval * self.growth ** min(poll, 64), self.max_interval)
        return base * (1 + self.jitter * (2 * random.random() - 1))


def patience(timeout: Any) -> float:
    """Seconds to wait, endless for None. Asked before a job is created, which a refusal afterwards would leave behind."""
    if timeout is None:
        return math.inf
    if isinstance(timeout, bool) or not isinstance(timeout, (int, float)) or not timeout >= 0:
        raise InvalidArgumentError(f"timeout must be seconds, 0 or more, or None for no limit, not {timeout!r}")
    return timeout


class _Watch(Generic[T]):
    """The state of one wait, without its input and output."""

    def __init__(self, waiter: Waiter, job: Any, timeout: float | None, clock: Callable[[], float] = monotonic) -> None:
        self.waiter = waiter
        self.id = _id_of(waiter, job)
        self.timeout = patience(timeout)
        self.clock = clock
        self.ends = clock() + self.timeout
        self.polls = 0
        self.last: T | None = None
        self.status: Any = None

    def done(self, job: T) -> bool:
        """Whether this state is the final one; raises if it is, and not a good one."""
        self.last = job
        self.status = status = at_pointer(job, self.waiter.status)
        if status in self.waiter.success:
            return True
        if status in self.waiter.failure:
            raise JobFailedError(f"job {self.id} ended as {status}", id=self.id, job=job, status=status)
        return False

    def pause(self) -> float:
        """How long to wait now; raises when there is no time left."""
        left = self.ends - self.clock()
        if left <= 0:
            raise self._late()
        self.polls += 1
        return min(self.waiter.delay(self.polls - 1), left)

    @contextmanager
    def polling(self) -> Generator[None]:
        """Within it, a poll ends soon after the wait."""
        token = BOUND.set(max(self.ends, self.clock()) + GRACE if math.isfinite(self.ends) else None)
        try:
            yield
        finally:
            BOUND.reset(token)

    def passed(self, error: ClientError) -> None:
        """Let a failed poll pass while there is time."""
        if self.ends - self.clock() <= 0:
            raise self._late() from error

    def _late(self) -> JobTimeoutError:
        seen = f"its last state was {self.status}" if self.last is not None else "no state of it was seen"
        return JobTimeoutError(
            f"job {self.id} did not end within {self.timeout:g} s; {seen}. It goes on: follow it with wait(id)",
            id=self.id,
            job=self.last,
            status=self.status,
        )

    def mark(self, error: BaseException) -> None:
        """Leave the id in whatever ends the waiting."""
        if getattr(error, "job_id", None) is None:
            with suppress(AttributeError):
                setattr(error, "job_id", self.id)  # noqa: B010
            error.add_note(f"while waiting for job {self.id}, which goes on; follow it with wait({self.id!r})")


def _id_of(waiter: Waiter, job: Any) -> Any:
    """The id, from the id itself or from what the create returned."""
    if not isinstance(job, (Model, dict)):
        if job is None or isinstance(job, Unset) or job == "":
            raise InvalidArgumentError("wait needs the id of a job")
        return job
    found = at_pointer(job, waiter.id)
    if found is None:
        raise ClientError(
            f"the create answered without {waiter.id}, so the job cannot be followed; it answered {job!r}"
        )
    return found


def wait(
    waiter: Waiter,
    get: Callable[[Any], T],
    job: Any,
    timeout: float | None,
    on_poll: Callable[[T], object] | None,
    pause: Callable[[float], object],
) -> T:
    """Poll until the job has ended; `job` is its id, or what the create returned."""
    watch: _Watch[T] = _Watch(waiter, job, timeout)
    try:
        while True:
            try:
                with watch.polling():
                    state = get(watch.id)
            except PASSING as error:
                watch.passed(error)
            else:
                if on_poll is not None:
                    on_poll(state)
                if watch.done(state):
                    return state
            pause(watch.pause())
    except BaseException as error:
        watch.mark(error)
        raise


async def wait_async(
    waiter: Waiter,
    get: Callable[[Any], Awaitable[T]],
    job: Any,
    timeout: float | None,
    on_poll: Callable[[T], Any] | None,
    pause: Callable[[float], Awaitable[object]],
) -> T:
    """`wait`, for async code; `on_poll` may be a coroutine function."""
    watch: _Watch[T] = _Watch(waiter, job, timeout)
    try:
        while True:
            try:
                with watch.polling():
                    state = await get(watch.id)
            except PASSING as error:
                watch.passed(error)
            else:
                if on_poll is not None:
                    told = on_poll(state)
                    if is_awaitable(told):
                        await told
                if watch.done(state):
                    return state
            await pause(watch.pause())
    except BaseException as error:
        watch.mark(error)
        raise
