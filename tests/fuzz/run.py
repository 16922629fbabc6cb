"""Trying one document after another, in watched processes, and counting what must stay at none."""

from __future__ import annotations

import contextlib
import io
import json
import multiprocessing
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from attrs import evolve, field, frozen

from generator.__main__ import main
from generator.output import files

from ..loopback import Loopback
from .broken import ROOT, broken
from .hostile import hostile
from .payloads import MARK
from .using import SPACE, Differs, forget, import_all, share_compiled_runtime, unreadable, use
from .watch import Watch

SECONDS: Final = 30
MEMORY: Final = 2**30
KINDS: Final = ("executed payloads", "escapes", "tracebacks", "hangs", "beyond 1 GB", "changed trees", "wrong")
PART: Final = 20
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
        """The figures, and for each sort of fault the first seed that shows it."""
        counted = Counter(kind for kind, _, _ in self.faults)
        built, lossy, refused = (self.exits[code] for code in (0, 1, 2))
        lines = [
            f"documents tried: {self.documents} ({built} built whole, {lossy} with named losses, {refused} refused)"
        ]
        lines += [f"{kind}: {counted[kind]}" for kind in KINDS]
        alike: dict[str, list[tuple[str, int, str]]] = {}
        for fault in self.faults:
            alike.setdefault(fault[0] + fault[2].strip().rpartition("\n")[2][:40], []).append(fault)
        for faults in list(alike.values())[:30]:
            kind, seed, what = faults[0]
            lines.append(f"  {kind}, {len(faults)} times, first --seed {seed}: {what[:1500]}")
        return lines


class _Hang(BaseException):
    """Raised by the alarm; no `except Exception` may swallow it."""


@contextlib.contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise _Hang in the block when it takes longer: of processor time, or ten times as long on a machine that is busy."""
    begun, spent = time.monotonic(), time.process_time()

    def ring(number: int, frame: Any) -> None:
        if time.process_time() - spent >= seconds * 0.9 or time.monotonic() - begun >= seconds * 10:
            raise _Hang
        signal.setitimer(signal.ITIMER_REAL, seconds / 5)

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
        resource.setrlimit(resource.RLIMIT_AS, (4 * MEMORY, resource.RLIM_INFINITY))
        self.server = Loopback()
        self.watch = Watch()
        self.home = Path(tempfile.mkdtemp(prefix=SPACE))
        self.trees: dict[str, dict[str, bytes]] = {}

    def close(self) -> None:
        self.server.close()
        shutil.rmtree(self.home, ignore_errors=True)

    def hostile(self, seed: int) -> Tally:
        """Build the document of a seed by the command line and use what came of it."""
        document = hostile(seed)
        space = Path(tempfile.mkdtemp(prefix=SPACE))
        (space / document.name).write_bytes(document.data)
        package = f"hostile_{seed}_client"

        def attempt() -> int:
            code = self.build_spec(space / document.name, package, space / "out")
            if code < 2:
                root = import_all(space / "out", package)
                if document.expected is not None:
                    use(root, document.expected, self.server)
            elif document.expected is not None:
                raise Differs("a sound document was refused")
            return code

        return self._try(seed, space, {document.name}, package, attempt)

    def broken(self, seed: int) -> Tally:
        """Build the broken pages of a seed, as a provider's own or for themselves."""
        made = broken(seed)
        space = Path(tempfile.mkdtemp(prefix=SPACE))
        name = made.how.partition(":")[0]
        package = f"broken_{seed}_client"
        own = seed % 2 == 0
        tree = self._tree(made.provider)

        def attempt() -> int:
            if not own:
                code = self.build_spec(space / name, package, space / "out")
                if code < 2:
                    import_all(space / "out", package)
                return code
            for page, data in made.pages.items():
                (tree / "specs" / made.provider / "source" / page).write_bytes(data)
            before = self._state(tree)
            code = self.build(["--root", str(tree), "build", made.provider])
            self._check_tree(tree, made.provider, before, code)
            return code

        (space / name).write_bytes(made.pages[name])
        tally = self._try(seed, space, {name}, package, attempt, tree)
        return evolve(tally, faults=tuple((kind, at, f"({made.how}) {what}") for kind, at, what in tally.faults))

    def _try(
        self, seed: int, space: Path, given: set[str], package: str, attempt: Callable[[], int], *allowed: Path
    ) -> Tally:  # fmt: skip
        """What came of one attempt, made in an empty folder below `space`."""
        faults: list[tuple[str, int, str]] = []
        code = -1
        home = Path.cwd()
        (space / "cwd").mkdir()
        os.chdir(space / "cwd")
        with self.watch.allowing(space / "out", *allowed):
            try:
                with within(SECONDS):
                    code = attempt()
            except _Hang:
                faults.append(("hangs", seed, f"more than {SECONDS} s"))
            except Differs as error:
                faults.append((error.kind, seed, str(error)))
            except BaseException:  # noqa: BLE001 - whatever gets here is what is looked for
                faults.append(("tracebacks", seed, traceback.format_exc(limit=-4)))
            finally:
                forget(package)
        os.chdir(home)
        if (most := resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024) > MEMORY:
            faults.append(("beyond 1 GB", seed, f"{most / MEMORY:.2f} GB"))
        faults += [("executed payloads", seed, what) for what in self.watch.hits]
        faults += [("escapes", seed, what) for what in self.watch.escapes]
        faults += [("escapes", seed, f"made {path}") for path in _strays(space, given)]
        shutil.rmtree(space, ignore_errors=True)
        return Tally(1, Counter({code: 1}), tuple(faults))

    def build_spec(self, spec: Path, package: str, out: Path) -> int:
        """`build --spec`; its report is read back. A refusal leaves nothing behind."""
        report = out / "report.json"
        code = self.build(
            ["build", "--spec", str(spec), "--package", package, "--out", str(out), "--report", str(report)]
        )
        if code < 2:
            json.loads(report.read_text(encoding="utf-8"))
        elif left := [path for path in out.rglob("*") if path.is_file()]:
            raise Differs(f"a refused document left {left[0]}")
        return code

    def build(self, arguments: list[str]) -> int:
        """The exit code of the command; what it says is fit for a terminal, and a refusal is one message."""
        said, wrong = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(wrong):
            code = main(arguments)
        text, message = said.getvalue() + wrong.getvalue(), wrong.getvalue()
        if odd := unreadable(text):
            raise Differs(f"{odd!r} goes to the terminal as it is: {text[max(0, text.index(odd) - 60) :][:120]!r}")
        if code not in (0, 1, 2):
            raise Differs(f"exit {code}: {text[:500]}")
        if code == 2 and (
            not message.startswith("error: ")
            or sum(line.startswith("error: ") for line in message.splitlines()) != 1
            or "Traceback" in message
        ):
            raise Differs(f"no clear message: {message[:500]!r}")
        return code

    def _tree(self, provider: str) -> Path:
        """A copy of what is committed of a provider, as it is committed."""
        tree = self.home / provider
        shutil.rmtree(tree, ignore_errors=True)
        for kind in ("specs", "generated"):
            shutil.copytree(
                ROOT / kind / provider, tree / kind / provider, ignore=shutil.ignore_patterns("__pycache__", ".*")
            )
        return tree

    @staticmethod
    def _state(tree: Path) -> dict[str, bytes]:
        return {
            path.relative_to(tree).as_posix(): path.read_bytes() for path in sorted(tree.rglob("*")) if path.is_file()
        }

    def _check_tree(self, tree: Path, provider: str, before: dict[str, bytes], code: int) -> None:
        """A refusal leaves every file as it was; a result is one that builds again to the same bytes."""
        if code == 2 and self._state(tree) != before:
            raise Differs("the build was refused and the tree changed", "changed trees")
        if code < 2 and self.build(["--root", str(tree), "build", provider, "--check"]) != code:
            raise Differs("the tree is not what was built", "changed trees")
        if code < 2 and not files(tree / "generated" / provider):
            raise Differs("the package is gone", "changed trees")


def _strays(space: Path, given: set[str]) -> Iterator[str]:
    """Files that are neither the document nor output."""
    for path in space.rglob("*"):
        relative = path.relative_to(space)
        if (relative.parts[0] != "out" and relative.as_posix() not in {"cwd", *given}) or path.name == MARK:
            yield relative.as_posix()


_TESTER: list[Tester] = []


def _tester() -> Tester:
    if not _TESTER:
        import atexit

        _TESTER.append(Tester())
        atexit.register(_TESTER[0].close)
    return _TESTER[0]


def try_hostile(seeds: range) -> Tally:
    """What the hostile documents of these seeds came to."""
    return sum((_tester().hostile(seed) for seed in seeds), Tally())


def try_broken(seeds: range) -> Tally:
    """What the broken documents of these seeds came to."""
    return sum((_tester().broken(seed) for seed in seeds), Tally())


def in_processes(
    work: Callable[[range], Tally], seeds: range, jobs: int, told: Callable[[Tally], None] = lambda tally: None
) -> Tally:
    """The sum over all seeds, worked on in watched processes."""
    parts = [seeds[at : at + PART] for at in range(0, len(seeds), PART)]
    total = Tally()
    with multiprocessing.get_context("spawn").Pool(jobs, maxtasksperchild=PER_WORKER // PART) as pool:
        for tally in pool.imap_unordered(work, parts):
            total += tally
            told(total)
    return evolve(total, faults=tuple(sorted(total.faults)))
