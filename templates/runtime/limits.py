"""Staying under the vendor's limits: requests a minute, for all and for some operations, and at once.

A loop of creates then waits its turn instead of collecting 429s.
"""

from __future__ import annotations

import asyncio
import os
import threading
from collections import deque
from collections.abc import Callable, Mapping
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from .errors import InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Awaitable

_WINDOW = 60.0
_POLL = 0.01


class Limiter:
    """Allows so many requests in any minute, and so many in flight.

    One limiter may be shared by several clients, sync and async, and by threads. `per_operation` limits single
    operations by name (`generations.create`) beside the overall limit.
    """

    def __init__(
        self,
        per_minute: int | None = None,
        *,
        in_flight: int | None = None,
        per_operation: Mapping[str, int] | None = None,
        clock: Callable[[], float] = monotonic,
        sleep: Callable[[float], None] = sleep,
        async_sleep: Callable[[float], Awaitable[Any]] = asyncio.sleep,
    ) -> None:
        for number in (per_minute, in_flight, *(per_operation or {}).values()):
            if number is not None and number < 1:
                raise InvalidArgumentError(f"a limit must be at least 1, not {number}")
        self.per_minute = per_minute
        self.in_flight = in_flight
        self.per_operation = dict(per_operation or {})
        self._clock = clock
        self._sleep = sleep
        self._async_sleep = async_sleep
        self._fresh()
        self._sent: dict[str, deque[float]] = {}

    def _fresh(self) -> None:
        """Nothing is in flight yet in this process: the threads that had a turn when it was forked are not in it."""
        self._pid = os.getpid()
        self._lock = threading.Lock()
        self._flying = 0

    def __repr__(self) -> str:
        return f"Limiter({self.per_minute}, in_flight={self.in_flight}, per_operation={self.per_operation})"

    def acquire(self, operation: str = "", *, deadline: float | None = None) -> bool:
        """Wait for a turn; False if it would come after `deadline` (on the limiter's clock)."""
        while (wait := self._try(operation)) > 0:
            if deadline is not None and self._clock() + wait > deadline:
                return False
            self._sleep(wait)
        return True

    async def acquire_async(self, operation: str = "", *, deadline: float | None = None) -> bool:
        """`acquire`, without blocking the event loop."""
        while (wait := self._try(operation)) > 0:
            if deadline is not None and self._clock() + wait > deadline:
                return False
            await self._async_sleep(wait)
        return True

    def release(self) -> None:
        """End a turn; every `acquire` that returned True needs one."""
        with self._lock:
            self._flying = max(0, self._flying - 1)

    def _try(self, operation: str) -> float:
        """Take a turn and return 0, or return how long to wait before asking again."""
        if self._pid != os.getpid():
            self._fresh()
        with self._lock:
            now = self._clock()
            if self.in_flight is not None and self._flying >= self.in_flight:
                return _POLL
            wait = max(
                self._until_free("", self.per_minute, now),
                self._until_free(operation, self.per_operation.get(operation), now),
            )
            if wait > 0:
                return wait
            self._flying += 1
            for key, limit in (("", self.per_minute), (operation, self.per_operation.get(operation))):
                if limit is not None:
                    self._sent.setdefault(key, deque()).append(now)
            return 0.0

    def _until_free(self, key: str, limit: int | None, now: float) -> float:
        if limit is None:
            return 0.0
        sent = self._sent.setdefault(key, deque())
        while sent and sent[0] <= now - _WINDOW:
            sent.popleft()
        return sent[0] + _WINDOW - now if len(sent) >= limit else 0.0
