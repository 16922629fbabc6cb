"""`make fuzz`: thousands of hostile and broken documents, and the figures that must be none."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from typing import Final

from .run import Tally, in_processes, try_broken, try_hostile

SORTS: Final[dict[str, tuple[Callable[[range], Tally], int]]] = {
    "hostile": (try_hostile, 20_000),
    "broken": (try_broken, 2_000),
}
"""What is tried, and how many of it."""


def _main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("sort", nargs="*", help=f"{', '.join(SORTS)} (default: all)")
    parser.add_argument("--documents", type=int, help="how many of each sort (default: 20,000 hostile, 2,000 broken)")
    parser.add_argument("--seed", type=int, default=0, help="the seed of the first; the others follow")
    parser.add_argument("--jobs", type=int, default=2, help="processes at work")
    options = parser.parse_args()
    faults = 0
    for sort in options.sort or SORTS:
        work, count = SORTS[sort]
        start = time.monotonic()
        tally = in_processes(
            work, range(options.seed, options.seed + (options.documents or count)), options.jobs, _tell
        )
        print(f"{sort} documents, seeds from {options.seed}, {time.monotonic() - start:.0f} s")
        print("\n".join(f"  {line}" for line in tally.lines()), flush=True)
        faults += len(tally.faults)
    return 1 if faults else 0


def _tell(tally: Tally) -> None:
    if tally.documents % 1000 == 0:
        print(f"{tally.documents} documents, {len(tally.faults)} faults", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(_main())
