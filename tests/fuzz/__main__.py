"""`make fuzz`: thousands of hostile and broken documents, and the figures that must be none."""

from __future__ import annotations

import argparse
import sys

from .run import Tally, in_processes, try_hostile


def _main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--documents", type=int, default=20_000, help="how many hostile documents (default: 20,000)")
    parser.add_argument("--seed", type=int, default=0, help="the seed of the first; the others follow")
    parser.add_argument("--jobs", type=int, default=2, help="processes at work")
    options = parser.parse_args()
    seeds = range(options.seed, options.seed + options.documents)
    tally = in_processes(try_hostile, seeds, options.jobs, _tell)
    print("\n".join(tally.lines()))
    return 1 if tally.faults else 0


def _tell(tally: Tally) -> None:
    if sys.stderr.isatty() or tally.documents % 1000 == 0:
        print(
            f"{tally.documents} documents, {len(tally.faults)} faults",
            file=sys.stderr,
            end="\r" if sys.stderr.isatty() else "\n",
        )


if __name__ == "__main__":
    sys.exit(_main())
