"""Watching a process: what it runs, what it writes and where, whom it talks to. Python's own audit events say it.

An audit hook stays for the life of the process, so watched work goes into a process of its own.
"""

from __future__ import annotations

import builtins
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

_WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_ONE_PATH: Final = {"os.mkdir": 2, "os.remove": 1, "os.rmdir": 1, "os.chmod": 2, "os.truncate": 0, "shutil.rmtree": 0}
"""Events with a path, and which argument is the folder that it is relative to (0: none is)."""
_TWO_PATHS: Final = ("os.rename", "os.link", "os.symlink", "shutil.copyfile", "shutil.move")
_LOOPBACK: Final = ("127.0.0.1", "::1")
_NEVER: Final = (
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.system",
    "pty.spawn",
)


class Watch:
    """What happened while it was on: `hits` payloads that ran, `escapes` outside the folders that are allowed."""

    def __init__(self) -> None:
        self.hits: list[str] = []
        self.escapes: list[str] = []
        self._allowed: tuple[str, ...] = ()
        self._on = False
        builtins.hit = self.hit  # type: ignore[attr-defined]
        sys.addaudithook(self._event)

    def hit(self, *arguments: Any) -> str:
        """What every payload of Python code calls."""
        self.hits.append(f"called with {arguments!r}")
        return "hit"

    @contextmanager
    def allowing(self, *folders: Path) -> Iterator[None]:
        """Watch; writing is allowed below these folders and in temporary ones of the toolchain's own."""
        self._allowed = tuple(str(folder.resolve()) for folder in folders)
        self.hits.clear()
        self.escapes.clear()
        self._on = True
        try:
            yield
        finally:
            self._on = False

    def _event(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._on:
            return
        if event == "open":
            path, _, flags = arguments
            if isinstance(path, str | bytes | os.PathLike) and isinstance(flags, int) and flags & _WRITES:
                self._written(event, path)
        elif event in _ONE_PATH:
            beside = arguments[_ONE_PATH[event]]
            if isinstance(beside, int) and beside >= 0 and _ONE_PATH[event]:
                self._written(event, f"/proc/self/fd/{beside}/{os.fsdecode(arguments[0])}")
            else:
                self._written(event, arguments[0])
        elif event in _TWO_PATHS:
            for path in arguments[:2]:
                self._written(event, path)
        elif event == "subprocess.Popen":
            self._started(arguments)
        elif event == "socket.getaddrinfo":
            if arguments[0] not in _LOOPBACK:
                self.escapes.append(f"looked up {arguments[0]!r}")
        elif event in _NEVER or (event == "socket.connect" and not _is_loopback(arguments[1])):
            self.escapes.append(f"{event} {arguments!r}")

    def _started(self, arguments: tuple[Any, ...]) -> None:
        """The toolchain starts ruff, and griffe asks git where it is; the arguments that are not their own are outputs."""
        command = list(arguments[1])
        if Path(command[0]).name == "git" and [command[1], *command[3:]] == ["-C", "rev-parse", "--show-toplevel"]:
            self._written("git", command[2])
            return
        paths = [each for each in command[1:] if Path(each).is_absolute()]
        if (
            Path(command[0]).name != "ruff"
            or not paths
            or not all(_plain(each) for each in command[1:] if each not in paths)
        ):
            self.escapes.append(f"started {command!r}")
        for path in paths:
            self._written("ruff", path)

    def _written(self, event: str, path: Any) -> None:
        if not isinstance(path, str | bytes | os.PathLike):
            return
        real = os.path.realpath(os.fsdecode(path))
        temporary = os.path.realpath(tempfile.gettempdir()) + os.sep + "tmp"
        if not any(
            real == folder or real.startswith(folder + os.sep) for folder in self._allowed
        ) and not real.startswith(temporary):
            self.escapes.append(f"{event} {real}")


def _plain(argument: str) -> bool:
    return argument.replace("-", "").replace(",", "").isalnum()


def _is_loopback(address: Any) -> bool:
    return not isinstance(address, tuple) or address[0] in _LOOPBACK
