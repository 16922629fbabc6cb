"""The charts as SVG: horizontal bars, ours in one colour and the peers in greys."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import matplotlib as mpl

from .claims import Chart

mpl.use("svg")
mpl.rcParams.update({"svg.hashsalt": "clientsmith", "svg.fonttype": "none", "font.size": 9, "axes.axisbelow": True})

from matplotlib import pyplot as plt  # noqa: E402

OURS: Final = "#1f6feb"
PEERS: Final = ("#6e7781", "#a3abb3", "#ccd1d6", "#8c959f")


def draw(chart: Chart, folder: Path) -> None:
    """One chart as `<name>.svg`; text stays text, and the same figures give the same bytes."""
    names = list(dict.fromkeys(name for bars in chart.groups.values() for name in bars))
    colours = dict(zip(names, _colours(names), strict=True))
    rows = [(group, name, value) for group, bars in chart.groups.items() for name, value in bars.items()]
    figure, axes = plt.subplots(figsize=(7.2, 0.9 + 0.27 * len(rows) + 0.12 * len(chart.groups)))
    at, ticks, labels, last = 0.0, [], [], rows[0][0]
    for group, name, value in rows:
        at += 0.5 if group != last else 0.0
        last = group
        axes.barh(at, value, color=colours[name], height=0.8)
        axes.text(value, at, f" {value:.3g}", va="center")
        ticks.append(at)
        labels.append(f"{group}: {name}" if len(chart.groups) > 1 else name)
        at += 1.0
    axes.set_yticks(ticks, labels)
    axes.invert_yaxis()
    axes.margins(x=0.12)
    axes.set_xlabel(chart.axis)
    axes.set_title(chart.title, loc="left", fontweight="bold")
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(axis="x", color="#e6e8eb")
    folder.mkdir(parents=True, exist_ok=True)
    figure.savefig(folder / f"{chart.name}.svg", bbox_inches="tight", metadata={"Date": None})
    plt.close(figure)


def _colours(names: list[str]) -> list[str]:
    greys = iter(PEERS * 4)
    return [OURS if name.startswith("ours") else next(greys) for name in names]
