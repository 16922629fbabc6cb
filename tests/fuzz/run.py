"""Trying one document after another, in watched processes, and counting what must stay at none."""

from __future__ import annotations

import contextlib
import io
import json
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from attrs import evolve, field, frozen

from generator.__main__ import main

from ..loopback import Loopback
from .hostile import hostile
from .payloads import MARK
from .using import SPACE, Differs, forget, import_all, share_compiled_runtime, unreadable, use
from .watch import Watch

SECONDS: Final = 30
KINDS: Final = ("executed payloads", "escapes", "tracebacks", "hangs", "wrong")
PER_WORKER: Final = 100
"""Documents before a worker makes room for a new one: attrs and the import system keep a little of each package."""


@frozen
class Tally:
    """What came of some documents; `faults` are (kind, seed, what)."""

    documents: int = 0
    exits: Counter[int] = field(factory=Counter)
    faults: tuple[tuple[str, int, str], ...] = ()

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.documents + other.documents, self.exits + other.exits, self.faults + other.faults)

    def lines(self) -> list[str]:
        """The figures, and the faults that explain them."""
        counted = Counter(kind for kind, _, _ in self.faults)
        built, lossy, refused = (self.exits[code] for code in (0, 1, 2))
        lines = [
            f"documents tried: {self.documents} ({built} built whole, {lossy} with named losses, {refused} refused)"
        ]
        lines += [f"{kind}: {counted[kind]}" for kind in KINDS]
        alike: dict[str, list[tuple[str, int, str]]] = {}
        for fault in self.faults:
            alike.setdefault(fault[0] + " ".join(fault[2].strip().rpartition("\n")[2].split())[:40], []).append(fault)
        for faults in list(alike.values())[:30]:
            kind, seed, what = faults[0]
            lines.append(f"  {kind}, {len(faults)} times, first --seed {seed}: {what[:1500]}")
        return lines


class _Hang(BaseException):
    """Raised by the alarm; no `except Exception` may swallow it."""


@contextlib.contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise _Hang in the block when it takes longer."""

    def ring(number: int, frame: Any) -> None:
        raise _Hang

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class Tester:
    """Tries documents in this process, which is watched from then on."""

    def __init__(self) -> None:
        share_compiled_runtime()
        sys.dont_write_bytecode = True
        self.server = Loopback()
        self.watch = Watch()

    def hostile(self, seed: int) -> Tally:
        """Build the document of a seed by the command line and use what came of it."""
        space = Path(tempfile.mkdtemp(prefix=SPACE))
        home = Path.cwd()
        (space / "cwd").mkdir()
        os.chdir(space / "cwd")
        try:
            return self._hostile(seed, space)
        finally:
            os.chdir(home)
            shutil.rmtree(space, ignore_errors=True)

    def _hostile(self, seed: int, space: Path) -> Tally:
        document = hostile(seed)
        (space / document.name).write_bytes(document.data)
        package, out = f"hostile_{seed}_client", space / "out"
        faults: list[tuple[str, int, str]] = []
        code = -1
        with self.watch.allowing(out):
            try:
                with within(SECONDS):
                    code = self._build(space / document.name, package, out)
                    if code in (0, 1):
                        root = import_all(out, package)
                        if document.expected is not None:
                            use(root, document.expected, self.server)
                    elif document.expected is not None:
                        raise Differs("a sound document was refused")
            except _Hang:
                faults.append(("hangs", seed, f"more than {SECONDS} s"))
            except Differs as error:
                faults.append(("wrong", seed, str(error)))
            except BaseException:  # noqa: BLE001 - whatever gets here is what is looked for
                faults.append(("tracebacks", seed, traceback.format_exc(limit=-4)))
            finally:
                forget(package)
        faults += [("executed payloads", seed, what) for what in self.watch.hits]
        faults += [("escapes", seed, what) for what in self.watch.escapes]
        faults += [("escapes", seed, f"made {path}") for path in _strays(space, document.name)]
        return Tally(1, Counter({code: 1}), tuple(faults))

    def _build(self, spec: Path, package: str, out: Path) -> int:
        said, wrong = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(wrong):
            code = main(
                [
                    "build",
                    "--spec",
                    str(spec),
                    "--package",
                    package,
                    "--out",
                    str(out),
                    "--report",
                    str(out / "report.json"),
                ]
            )
        text = said.getvalue() + wrong.getvalue()
        if odd := unreadable(text):
            raise Differs(f"{odd!r} goes to the terminal as it is: {text[max(0, text.index(odd) - 60) :][:120]!r}")
        if code == 2:
            same_error(wrong.getvalue(), out)
        elif code in (0, 1):
            json.loads((out / "report.json").read_text(encoding="utf-8"))
        else:
            raise Differs(f"exit {code}: {text[:500]}")
        return code


def same_error(message: str, out: Path) -> None:
    """A refusal is one message, names a place, and leaves nothing behind."""
    if not message.startswith("error: ") or message.count("error: ") != 1 or "Traceback" in message:
        raise Differs(f"no clear message: {message[:500]!r}")
    left = [path for path in out.rglob("*") if path.is_file()] if out.exists() else []
    if left:
        raise Differs(f"a refused document left {left[0]}")


def _strays(space: Path, spec: str) -> Iterator[str]:
    """Files that are neither the document nor output."""
    for path in space.rglob("*"):
        relative = path.relative_to(space)
        if (relative.parts[0] != "out" and relative.as_posix() not in ("cwd", spec)) or path.name == MARK:
            yield relative.as_posix()


_TESTER: list[Tester] = []


def try_hostile(seeds: range) -> Tally:
    """What the documents of these seeds came to."""
    tester = _TESTER[0] if _TESTER else Tester()
    _TESTER[:] = [tester]
    return sum((tester.hostile(seed) for seed in seeds), Tally())


def in_processes(
    work: Callable[[range], Tally], seeds: range, jobs: int, told: Callable[[Tally], None] = lambda tally: None
) -> Tally:
    """The sum over all seeds, worked on in watched processes."""
    parts = [seeds[at : at + 20] for at in range(0, len(seeds), 20)]
    total = Tally()
    with multiprocessing.get_context("spawn").Pool(jobs, maxtasksperchild=PER_WORKER // 20) as pool:
        for tally in pool.imap_unordered(work, parts):
            total += tally
            told(total)
    return evolve(total, faults=tuple(sorted(total.faults)))
