"""Putting a finished build in place: whole or not at all.

A build is written beside its targets and exchanged with them, each in one system call where the system has
one, so that whoever looks sees the old tree or the new one. The exchanges of a build follow one another with
signals held back; should one of them fail, those before it are taken back.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from .errors import UnusableInput

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_PREFIX = ".building-"


@contextlib.contextmanager
def locked(folder: Path, *written: Path) -> Iterator[None]:
    """Hold the folder against other builds; a second one waits. Leftovers of killed builds go.

    `written` are the other folders that a build which holds this one writes to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        for each in (folder, *written):
            for leftover in each.glob(f"{_PREFIX}*"):
                shutil.rmtree(leftover, ignore_errors=True)
                with contextlib.suppress(OSError):
                    leftover.unlink(missing_ok=True)
        yield
    finally:
        os.close(handle)


@contextlib.contextmanager
def workspace(beside: Path) -> Iterator[Path]:
    """A fresh folder on the file system of `beside`, gone at the end."""
    beside.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=beside))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its relative POSIX path; caches and other hidden files are no output."""
    if not folder.is_dir():
        return {}
    found = {}
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if path.is_file() and not any(part == "__pycache__" or part.startswith(".") for part in relative.parts):
            found[relative.as_posix()] = path.read_bytes()
    return found


def install(pairs: Sequence[tuple[Path, Path]]) -> list[Path]:
    """Put each new file or folder in the place of its target, all of them or none; the targets that changed.

    A new one is on the file system of its target. What stood there is left where the new one was.
    """
    changed = [(new, target) for new, target in pairs if not _same(new, target)]
    for new, target in changed:
        _set_modes(new)
        target.parent.mkdir(parents=True, exist_ok=True)
    done: list[tuple[Path, Path]] = []
    with _uninterrupted():
        try:
            for pair in changed:
                _swap(*pair)
                done.append(pair)
        except BaseException:
            for pair in reversed(done):
                _swap(*pair)
            raise
    return [target for _, target in changed]


def replace_folder(new: Path, target: Path) -> bool:
    """Put `new` in the place of `target`; False when they are equal already. Both are on one file system."""
    return bool(install([(new, target)]))


def replace_file(path: Path, content: str | bytes) -> bool:
    """Write a file whole or not at all; False when it has that content already."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    if path.is_file() and path.read_bytes() == data:
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(path, data)
    except OSError as error:
        # of the file that was asked for: nobody knows the one beside it
        raise OSError(error.errno, error.strerror, str(path)) from None
    return True


def _write_whole(path: Path, data: bytes) -> None:
    handle, temporary = tempfile.mkstemp(prefix=_PREFIX, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def explain_os_error(error: OSError) -> UnusableInput:
    """An operating system's refusal as a message that says what to do."""
    advice = {
        errno.ENOSPC: "The disk is full: free some space and run it again.",
        errno.EDQUOT: "Your share of the disk is used up: free some space and run it again.",
        errno.EFBIG: "The disk, or a limit set for this process (ulimit -f), allows no file as large: raise it.",
        errno.EROFS: "The place is read-only: choose another (--out, -o, DEST).",
        errno.EACCES: "The place may not be written: mend its permissions or choose another (--out, -o, DEST).",
        errno.EEXIST: "That is no folder: name one that is new or holds a build.",
        errno.ENOTDIR: "That is no folder: name one that is new or holds a build.",
        errno.EISDIR: "That is a folder: name a file.",
        errno.ENOENT: "The place is missing: make it, or set TMPDIR to a folder that exists.",
    }.get(error.errno or 0, "Nothing was changed.")
    return UnusableInput(f"{error.filename or 'writing the output'}: {error.strerror or error}. {advice}")


def _same(new: Path, target: Path) -> bool:
    if new.is_dir():
        return target.is_dir() and files(new) == files(target)
    return target.is_file() and new.read_bytes() == target.read_bytes()


def _set_modes(new: Path) -> None:
    """Modes that do not depend on the umask of whoever builds."""
    for path in (new, *new.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold back the signals by which a person or a system ends a program, for the moment that the exchange takes."""
    held = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


def _swap(new: Path, target: Path) -> None:
    """Exchange the two; where only one of them exists it takes the place of the other. A second swap undoes the first."""
    if not target.exists():
        new.rename(target)
    elif not new.exists():
        target.rename(new)
    elif not _exchange(new, target):
        aside = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=target.parent)) / "old"
        target.rename(aside)
        new.rename(target)
        aside.rename(new)
        aside.parent.rmdir()


def _exchange(new: Path, target: Path) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(
        rename(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(target), ctypes.c_uint(_RENAME_EXCHANGE)) == 0
    )
