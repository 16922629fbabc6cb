"""A live line per stage on a terminal; silence elsewhere, where the closing lines are enough."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Any, Self


class Console:
    """Shows the stage that is running. rich is imported on a terminal only: it costs a tenth of a second."""

    def __init__(self) -> None:
        self._status: Any = None
        self._name = ""

    def begin(self, name: str) -> None:
        """Another provider's build begins."""
        self._name = f"{name}: "

    def tell(self, stage: str) -> None:
        """A stage begins."""
        if self._status is not None:
            self._status.update(f"{self._name}{stage}")

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            from rich.console import Console as Rich

            self._status = Rich(stderr=True).status("starting")
            self._status.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._status is not None:
            self._status.stop()
