"""Putting a finished build in place: whole or not at all.

A build is written beside its target and exchanged with it in one system call where the system has one,
so that whoever looks sees the old tree or the new one.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .errors import UnusableInput

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_PREFIX = ".building-"


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder against other builds; a second one waits. Leftovers of killed builds go."""
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        for leftover in folder.glob(f"{_PREFIX}*"):
            shutil.rmtree(leftover, ignore_errors=True)
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
    """Every file below a folder by its relative POSIX path, caches left out."""
    if not folder.is_dir():
        return {}
    found = {}
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if path.is_file() and "__pycache__" not in relative.parts and not relative.parts[0].startswith(_PREFIX):
            found[relative.as_posix()] = path.read_bytes()
    return found


def replace_folder(new: Path, target: Path) -> bool:
    """Put `new` in the place of `target`; False when they are equal already. Both are on one file system."""
    if files(new) == files(target):
        return False
    _same_mode(new)
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        new.rename(target)
    elif not _exchange(new, target):
        aside = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=target.parent))
        target.rename(aside / "old")
        new.rename(target)
        shutil.rmtree(aside, ignore_errors=True)
    return True


def replace_file(path: Path, text: str) -> bool:
    """Write a file whole or not at all; False when it has that text already."""
    data = text.encode("utf-8")
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=_PREFIX, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return True


def explain_os_error(error: OSError) -> UnusableInput:
    """An operating system's refusal as a message that says what to do."""
    advice = {
        errno.ENOSPC: "The disk is full: free some space and run it again.",
        errno.EROFS: "The place is read-only: choose another with --out.",
        errno.EACCES: "The place may not be written: mend its permissions or choose another with --out.",
        errno.ENOENT: "The place is missing: make it, or set TMPDIR to a folder that exists.",
    }.get(error.errno or 0, "Nothing was changed.")
    return UnusableInput(f"{error.filename or 'output'}: {error.strerror or error}. {advice}")


def _same_mode(folder: Path) -> None:
    """Modes that do not depend on the umask of whoever builds."""
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


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
