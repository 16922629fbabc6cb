"""The cases, in the order of the table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ..claims import Outcome
from . import (
    build,
    build_check,
    call,
    cold_start,
    concurrent_calls,
    decode,
    decode_fast,
    decode_unknown,
    encode,
    growth,
    import_time,
    memory,
    package_size,
)

CASES: Final[dict[str, Callable[[], Outcome]]] = {
    "import": import_time.run,
    "cold-start": cold_start.run,
    "decode": decode.run,
    "decode-fast": decode_fast.run,
    "decode-unknown": decode_unknown.run,
    "encode": encode.run,
    "call": call.run,
    "concurrent-calls": concurrent_calls.run,
    "memory": memory.run,
    "build": build.run,
    "build-check": build_check.run,
    "growth": growth.run,
    "package-size": package_size.run,
}
