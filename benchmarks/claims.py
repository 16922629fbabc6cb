"""What is claimed, what was measured, and whether the one holds the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from attrs import field, frozen

from .measure import Times, spread

Sense = Literal["at most", "at least", "below"]


@frozen
class Claim:
    """One line of the table: `values` are the rounds' ratios or seconds, `tried` says what an unmet one was given."""

    what: str
    sense: Sense
    target: float
    values: Sequence[float]
    unit: str = "x"
    tried: str = ""

    @property
    def measured(self) -> float:
        return spread(self.values)[1]

    @property
    def met(self) -> bool:
        if self.sense == "at least":
            return self.measured >= self.target
        return self.measured < self.target if self.sense == "below" else self.measured <= self.target

    @property
    def target_text(self) -> str:
        return f"{self.sense} {self.target:g} {self.unit}"

    @property
    def measured_text(self) -> str:
        low, middle, high = spread(self.values)
        return f"{middle:.3g} {self.unit} ({low:.3g} to {high:.3g})"

    def data(self) -> dict[str, Any]:
        low, middle, high = spread(self.values)
        return {
            "what": self.what, "sense": self.sense, "target": self.target, "unit": self.unit, "median": _round(middle),
            "quartiles": [_round(low), _round(high)], "rounds": len(self.values), "met": self.met,
            **({} if self.met or not self.tried else {"tried": self.tried}),
        }  # fmt: skip


@frozen
class Chart:
    """Bars: one group for each label, one bar in it for each subject; `limit` is drawn as a line."""

    name: str
    title: str
    axis: str
    groups: dict[str, dict[str, float]]


@frozen
class Outcome:
    """What a case came to. `checked` says what was found equal before anything was timed."""

    title: str
    checked: str
    claims: tuple[Claim, ...]
    table: dict[str, dict[str, str]] = field(factory=dict)
    charts: tuple[Chart, ...] = ()


def milliseconds(times: Times, *, over: str | None = None) -> dict[str, str]:
    """A row of medians; `over` is taken off the others."""
    floor = spread(times[over])[1] if over else 0.0
    return {name: f"{1000 * (spread(t)[1] - floor):.3g} ms" for name, t in times.items() if name != over}


def same(what: str, *results: Any) -> None:
    """Raise unless all results are equal: what is not the same work is not timed."""
    for result in results[1:]:
        if result != results[0]:
            raise AssertionError(f"{what}: the results differ:\n{_brief(results[0])}\n{_brief(result)}")


def _brief(result: Any) -> str:
    return repr(result)[:600]


def _round(value: float) -> float:
    return float(f"{value:.4g}")
