"""What a thousand decoded generations hold, once the bytes of the answer are gone."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable
from typing import Any

from ..claims import Chart, Claim, Outcome, same
from ..measure import interleave, ratios, spread
from ..payloads import generations
from ..peers import readers
from ..place import PLAIN

ROUNDS = 3
COUNT = 1000


def run() -> Outcome:
    """Python's allocator counts; all peers allocate their models through it."""
    each = {"ours": readers.ours(PLAIN), "leonardo-ai-sdk": readers.leonardo(), "stock": readers.stock()}
    body = generations(COUNT)
    same("a thousand generations", *(readers.facts(read(body)) for read in each.values()))
    held = interleave({name: lambda read=read: _held(read) for name, read in each.items()}, ROUNDS)
    peer = "leonardo-ai-sdk"
    return Outcome(
        "Memory",
        "every field has the same value in each",
        (Claim("1000 decoded generations, of leonardo-ai-sdk", "at most", 0.5, ratios(held, "ours", peer), tried=TRIED),),
        {"held by 1000 generations": {name: f"{spread(values)[1]:.3g} MB" for name, values in held.items()}},
        (Chart("memory", "Memory of 1000 decoded generations", "MB", {
            "1000 generations": {name: spread(values)[1] for name, values in held.items()}}),),
    )  # fmt: skip


def _held(read: Callable[[bytes], list[Any]]) -> float:
    body = generations(COUNT)
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    found = read(body)
    gc.collect()
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert len(found) == COUNT
    return (after - before) / 1e6


TRIED = ""
