"""What a person sees of a build: stages as they run and a closing table on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from rich.table import Table

    from .build import Outcome


def inert(text: str) -> str:
    """Text of documents as it may go to a terminal: what does not print is escaped, so that it commands nothing."""
    return "".join(c if c.isprintable() or c == "\n" else ascii(c)[1:-1] for c in text)


def counted(number: int | str, noun: str) -> str:
    """A number with its noun: "1 file", "2 files"."""
    return f"{number} {noun}" if number in (1, "1") else f"{number} {noun}s"


class Console:
    """Shows each stage with its time while it runs. rich is imported on a terminal only: it costs a tenth of a second."""

    def __init__(self) -> None:
        self._live: Any = None
        self._name = ""
        self._seconds: dict[str, float] = {}
        self._running: tuple[str, float] | None = None

    def begin(self, name: str) -> None:
        """Another provider's build begins."""
        self._stop_clock()
        self._name = name
        self._seconds = {}

    def tell(self, stage: str) -> None:
        """A stage begins, the one before it is done."""
        self._stop_clock()
        self._seconds.setdefault(stage, 0.0)
        self._running = (stage, time.perf_counter())
        if self._live is not None:
            self._live.update(self._stages(), refresh=True)

    def _stop_clock(self) -> None:
        if self._running is not None:
            stage, since = self._running
            self._seconds[stage] += time.perf_counter() - since
            self._running = None

    def _stages(self) -> Table:
        from rich.spinner import Spinner
        from rich.table import Table

        table = Table.grid(padding=(0, 1))
        for stage, seconds in self._seconds.items():
            running = self._running is not None and self._running[0] == stage
            table.add_row(Spinner("dots") if running else "✓", self._name, stage, "" if running else f"{seconds:.2f} s")
        return table

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            from rich.console import Console as Rich
            from rich.live import Live

            self._live = Live(console=Rich(stderr=True), transient=True, refresh_per_second=10)
            self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._live is not None:
            self._live.stop()


def show(outcomes: Sequence[Outcome]) -> None:
    """Print how the builds ended."""
    if not sys.stdout.isatty():
        for outcome in outcomes:
            print(inert("\n".join([outcome.headline, *outcome.lines])))
        return
    from rich.console import Console as Rich
    from rich.markup import escape

    rich = Rich(highlight=False)
    rich.print(_table(outcomes))
    for outcome in outcomes:
        for line in outcome.lines:
            # not wrapped: a pointer that is broken over two lines cannot be copied
            rich.print(escape(inert(line)), style="yellow", soft_wrap=True)


def _table(outcomes: Sequence[Outcome]) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("provider")
    for name in ("operations", "typed", "edits", "unaccepted", "accepted", "seconds"):
        table.add_column(name, justify="right")
    table.add_column("result")
    for outcome in outcomes:
        style = ("green", "yellow")[outcome.code] if outcome.code < 2 else "red"
        table.add_row(outcome.name, *_figures(outcome.report), f"[{style}]{outcome.result}[/]")
    return table


def _figures(report: dict[str, Any]) -> list[str]:
    """The middle cells of a row; empty ones for a build that found nothing to do."""
    if not report:
        return [""] * 6
    made = report["operations"]
    return [
        f"{len(made['package'])} of {len(made['spec'])}",
        str(len(made["typed"])),
        str(sum(report["edits"].values())),
        str(len(report["notes"])),
        str(len(report["accepted"])),
        f"{sum(report['seconds'].values()):.2f}",
    ]
