"""`make endurance`: builds that are killed, raced, starved of disk and memory; the tree is the old or the new one, whole."""

from __future__ import annotations

import argparse
import contextlib
import copy
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from generator.output import files

from .mutations import spec_3_1

ROOT: Final = Path(__file__).resolve().parent.parent
SMALL: Final = """\
title: Small
package: small_client
client: Small
env: SMALL
version: 0.1.0
documents:
  - {name: page, url: https://small.example/page.json, sources: [page.json]}
"""

State = dict[str, bytes]


class Tree:
    """A provider whose pages say something new, beside what they said before: a small one, or a copy of a real one."""

    def __init__(self, path: Path, real: str = "") -> None:
        self.path = path
        if real:
            for kind in ("specs", "generated"):
                source, target = ROOT / kind / real, path / kind / real
                shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", ".*"))
        else:
            folder = path / "specs" / "small"
            (folder / "source").mkdir(parents=True)
            (folder / "provider.yaml").write_text(SMALL, encoding="utf-8")
            (folder / "source" / "page.json").write_text(json.dumps(spec_3_1()), encoding="utf-8")
            assert self.build().returncode == 0
        (page,) = path.glob(f"specs/*/source/{'models.txt' if real else 'page.json'}")
        self.old = self.state()
        said = page.read_text(encoding="utf-8")
        page.write_text(
            said.replace("The name of the model.", "What it is called.").replace("A <b>pet</b>", "An animal")
        )
        self.old[page.relative_to(path).as_posix()] = page.read_bytes()
        assert self.build().returncode == 0
        self.new = self.state()
        changed = {Path(name).name for name in self.new if self.new[name] != self.old.get(name)}
        assert changed >= {"PROVENANCE.json", "openapi.yaml"}

    def again(self, path: Path) -> Tree:
        """The same in another place."""
        shutil.copytree(self.path, path, dirs_exist_ok=True)
        made = copy.copy(self)
        made.path = path
        return made

    def state(self) -> State:
        """Every file that is committed, by its path; what a build remembers for itself under build/ is not."""
        return {name: data for name, data in files(self.path).items() if Path(name).parts[0] != "build"}

    def hidden(self) -> list[str]:
        """What a build works in and must take away again."""
        return sorted(str(path.relative_to(self.path)) for path in self.path.rglob(".building-*"))

    def reset(self) -> None:
        """Back to before the build."""
        for name in self.new:
            (self.path / name).unlink(missing_ok=True)
        for name, data in self.old.items():
            (self.path / name).parent.mkdir(parents=True, exist_ok=True)
            (self.path / name).write_bytes(data)

    def start(self, **options: object) -> subprocess.Popen[str]:
        command = [sys.executable, "-B", "-m", "generator", "--root", str(self.path), "build"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            **{"env": environment, "cwd": self.path, **options},
        )  # fmt: skip

    def build(self, **options: object) -> subprocess.CompletedProcess[str]:
        with self.start(**options) as process:
            out, err = process.communicate(timeout=60)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def killed(tree: Tree, times: int, seed: int = 0) -> list[str]:
    """Kill a build at random moments; every other time in a way that it can notice."""
    draw = random.Random(seed)
    faults = []
    start = time.monotonic()
    tree.reset()
    tree.build()
    whole = time.monotonic() - start
    for number in range(times):
        tree.reset()
        how = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)[number % 3]
        process = tree.start()
        with process:
            time.sleep(draw.uniform(0.02, whole * 1.05))
            process.send_signal(how)
            _, err = process.communicate()
        faults += [f"kill {number} ({how.name}): {what}" for what in _after_kill(tree, err)]
    tree.reset()
    tree.build()
    if tree.state() != tree.new or tree.hidden():
        faults.append("the build after the last kill did not mend the tree")
    return faults


def _after_kill(tree: Tree, err: str) -> Iterator[str]:
    state = tree.state()
    if state not in (tree.old, tree.new):
        mixed = [name for name in state.keys() | tree.old.keys() if state.get(name) != tree.old.get(name)]
        yield f"the tree is neither the old nor the new one: {sorted(mixed)[:5]}"
    if "Traceback" in err and ", in main\n" in err:
        yield f"a traceback: {err[-300:]}"


def two_at_once(tree: Tree) -> list[str]:
    """Two builds of one tree: both end well, one after the other."""
    tree.reset()
    with tree.start() as one, tree.start() as other:
        said = [process.communicate(timeout=60) for process in (one, other)]
    faults = [f"a build beside another one: {err}" for _, err in said if err]
    if {one.returncode, other.returncode} != {0} or tree.state() != tree.new or tree.hidden():
        faults.append(f"two builds at once: exits {one.returncode} and {other.returncode}, left {tree.hidden()}")
    return faults


def _refused(tree: Tree, done: subprocess.CompletedProcess[str], what: str, *says: str) -> list[str]:
    """The build ended in one message that says what to do, and nothing changed."""
    faults = []
    lines = done.stderr.splitlines()
    if done.returncode != 2 or not done.stderr.startswith("error: ") or "Traceback" in done.stderr or len(lines) > 3:
        faults.append(f"{what}: exit {done.returncode}: {done.stderr[-500:]}")
    faults += [f"{what}: the message does not say {text!r}: {done.stderr}" for text in says if text not in done.stderr]
    if tree.state() != tree.old or tree.hidden():
        faults.append(f"{what}: the tree changed, or {tree.hidden()} is left")
    return faults


def file_size_limit(tree: Tree, sizes: tuple[int, ...] = (0, 4096, 60_000, 120_000)) -> list[str]:
    """No file may grow beyond a size: what a quota, and nearly what a full disk does."""
    import resource

    faults = []
    for size in sizes:
        tree.reset()

        def limit(size: int = size) -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        done = tree.build(preexec_fn=limit)
        faults += _refused(tree, done, f"files of {size} bytes at most", "disk")
    return faults


def no_temporary_folder(tree: Tree) -> list[str]:
    """TMPDIR is wrong and no other folder can be written: a build in the tree needs none, a check says so."""
    tree.reset()
    code = (
        "import sys, tempfile\n"
        "def none(): raise FileNotFoundError(2, 'No usable temporary directory found in ' + repr(['/nowhere']))\n"
        "tempfile.gettempdir = none\n"
        "from generator.__main__ import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    command = [sys.executable, "-B", "-c", code, "--root", str(tree.path), "build"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    check = subprocess.run([*command, "--check"], env=environment, capture_output=True, text=True, check=False)
    faults = _refused(tree, check, "no temporary folder", "TMPDIR")
    built = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if built.returncode or tree.state() != tree.new:
        faults.append(f"a build without a temporary folder: exit {built.returncode}: {built.stderr[-300:]}")
    return faults


class NotTried(Exception):
    """The system does not let us make the trouble that a trial is about."""


@contextlib.contextmanager
def mounted(folder: Path, options: str) -> Iterator[None]:
    """A small file system of its own at `folder`. Raises NotTried where the system lets us mount none."""
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise NotTried(f"mount: {done.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def full_disk(tree: Tree, room: Sequence[int] = range(0, 1_300_000, 50_000)) -> list[str]:
    """The tree is on a disk with less and less room left."""
    faults = []
    with tempfile.TemporaryDirectory() as folder, mounted(Path(folder) / "disk", "size=8m"):
        small = tree.again(Path(folder) / "disk")
        filler = small.path / ".filler"
        for left in room:
            small.reset()
            filler.write_bytes(b"")
            with contextlib.suppress(OSError), filler.open("wb") as file:
                while True:
                    file.write(b"\0" * 65_536)
                    file.flush()
            size = filler.stat().st_size
            os.truncate(filler, max(0, size - left))
            done = small.build()
            filler.unlink()
            if done.returncode:
                faults += _refused(small, done, f"{left} bytes left on the disk", "disk")
            elif small.state() != small.new:
                faults.append(f"{left} bytes left on the disk: built, but not what it should be")
    return faults


def read_only(tree: Tree) -> list[str]:
    """The tree is on a disk that may only be read."""
    with tempfile.TemporaryDirectory() as folder, mounted(Path(folder) / "disk", "size=16m"):
        fixed = tree.again(Path(folder) / "disk")
        fixed.reset()
        subprocess.run(["mount", "-o", "remount,ro", str(fixed.path)], check=True, capture_output=True)
        return _refused(fixed, fixed.build(), "a read-only disk", "read-only", "--out")


ALL: Final[dict[str, Callable[[Tree], list[str]]]] = {
    "killed": lambda tree: killed(tree, 100),
    "two at once": two_at_once,
    "file size limit": file_size_limit,
    "no temporary folder": no_temporary_folder,
    "full disk": full_disk,
    "read-only disk": read_only,
}


def _main() -> int:
    argparse.ArgumentParser(prog="python -m tests.interruption", description=__doc__).parse_args()
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        tree = Tree(Path(folder), "leonardo")
        for name, run in ALL.items():
            start = time.monotonic()
            try:
                found = run(tree)
            except NotTried as reason:
                print(f"{name}: not tried ({reason})", flush=True)
                continue
            print(f"{name}: {len(found)} faults ({time.monotonic() - start:.0f} s)", *found, sep="\n  ", flush=True)
            faults += len(found)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(_main())
