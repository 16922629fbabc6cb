"""How long things may take: finite by default, as none of the peers is."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

from .errors import InvalidArgumentError

if TYPE_CHECKING:
    import httpx2

CONNECT: Final = 5.0
TOTAL: Final = 60.0
DEADLINE: Final = 180.0

BOUND: Final[ContextVar[float | None]] = ContextVar("bound", default=None)
"""When the calls made now must be over, whatever their client allows (monotonic clock): the end of a wait."""


class Timeouts:
    """The limits of one attempt in seconds, None for no limit: per phase, and `total` for all of it."""

    __slots__ = ("phases", "total")

    def __init__(self, phases: dict[str, float | None], total: float | None) -> None:
        self.phases = phases
        self.total = total

    def within(self, seconds: float | None) -> dict[str, float | None]:
        """The phases, none of them longer than `seconds`."""
        if seconds is None:
            return self.phases
        least = max(seconds, 0.001)
        return {k: least if v is None or v > least else v for k, v in self.phases.items()}


def timeouts(value: float | httpx2.Timeout | None) -> Timeouts:
    """From what a caller gives: seconds for a whole attempt, an httpx2.Timeout (phases only), or None (no limit)."""
    if value is None:
        return Timeouts(dict.fromkeys(("connect", "read", "write", "pool")), None)
    if isinstance(value, (int, float)):
        if not value > 0:
            raise InvalidArgumentError(f"timeout must be more than 0 seconds, not {value!r}")
        total = float(value)
        return Timeouts({"connect": min(CONNECT, total), "read": total, "write": total, "pool": total}, total)
    phases = getattr(value, "as_dict", None)
    if phases is None:
        raise InvalidArgumentError(f"timeout must be seconds, an httpx2.Timeout or None, not {value!r}")
    return Timeouts(phases(), None)


DEFAULT: Final = timeouts(TOTAL)


async def async_sleep(seconds: float) -> None:
    """Sleep without blocking the event loop; asyncio is imported by those who have one."""
    import asyncio

    await asyncio.sleep(seconds)
