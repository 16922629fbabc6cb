"""Timing: cases interleaved, processor time, medians of the ratios within a round.

The machine may be busy with other things. A round measures every subject once, one right after the other, so
that what slows one slows its neighbours; the ratio of a round is then worth more than any time.
"""

from __future__ import annotations

import gc
import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

Times = dict[str, list[float]]


def interleave(subjects: Mapping[str, Callable[[], float]], rounds: int) -> Times:
    """The measurements of each subject; every other round runs backwards, so that no place in it is better."""
    found: Times = {name: [] for name in subjects}
    for number in range(rounds):
        order = list(subjects) if number % 2 == 0 else list(reversed(subjects))
        for name in order:
            found[name].append(subjects[name]())
    return found


def cpu_of(function: Callable[[], object], number: int) -> Callable[[], float]:
    """A subject: the processor seconds that one call of `function` takes, over `number` calls."""

    def measure() -> float:
        gc.collect()
        start = time.process_time()
        for _ in range(number):
            function()
        return (time.process_time() - start) / number

    return measure


def cpu_on(given: Any, subjects: Mapping[str, Callable[[Any], object]], number: int, rounds: int) -> Times:
    """Interleaved, what each subject takes for the same input."""
    return interleave({name: cpu_of(partial(do, given), number) for name, do in subjects.items()}, rounds)


def ratios(times: Times, ours: str, peer: str, *, over: str | None = None) -> list[float]:
    """ours / peer, round by round; `over` is a subject (a bare interpreter) that is taken off both."""
    floor = times[over] if over else [0.0] * len(times[ours])
    return [(a - f) / (b - f) for a, b, f in zip(times[ours], times[peer], floor, strict=True) if b > f]


def times_as_long(times: Times, unit: str) -> dict[str, float]:
    """How many times as long as `unit` each subject takes: the medians of the rounds."""
    return {name: spread(ratios(times, name, unit))[1] for name in times}


def spread(values: Sequence[float]) -> tuple[float, float, float]:
    """First quartile, median, third quartile."""
    if len(values) < 2:
        return values[0], values[0], values[0]
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    return low, middle, high


class Child:
    """What a finished child process took."""

    __slots__ = ("cpu", "peak", "wall")

    def __init__(self, cpu: float, wall: float, peak: int) -> None:
        self.cpu = cpu
        self.wall = wall
        self.peak = peak


def child(command: Sequence[str | Path], folder: Path, **environment: str) -> Child:
    """Run a command to its end. Raises CalledProcessError with its output when it fails."""
    env = {**os.environ, **environment}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(list(map(str, command)), cwd=folder, env=env, capture_output=True, text=True, check=False)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))[:200]}: exit {done.returncode}\n{done.stderr[-2000:]}")
    return Child(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall, after.ru_maxrss)
