"""`make bench`: run every case, or those named; with all of them, write RESULTS.md, results.json and the charts."""

from __future__ import annotations

import sys
import time

from . import place, report
from .claims import Outcome


def main(names: list[str]) -> int:
    """Exit 0 whether targets are met or not: the table says it; 1 where results differ or a case fails."""
    from .cases import CASES

    unknown = [name for name in names if name not in CASES]
    if unknown:
        print(f"no such case: {', '.join(unknown)}; there are {', '.join(CASES)}", file=sys.stderr)
        return 64
    about = report.machine()
    place.set_up()
    outcomes: dict[str, Outcome] = {}
    for name in names or CASES:
        start = time.perf_counter()
        outcomes[name] = CASES[name]()
        print(f"{name}: {time.perf_counter() - start:.0f} s", file=sys.stderr)
    print(report.table(outcomes))
    if not names:
        _write(outcomes, about)
    return 0


def _write(outcomes: dict[str, Outcome], about: dict[str, object]) -> None:
    from .charts import draw

    (report.HERE / "RESULTS.md").write_text(report.markdown(outcomes, about), encoding="utf-8")
    (report.HERE / "results.json").write_text(report.data(outcomes, about), encoding="utf-8")
    for outcome in outcomes.values():
        for chart in outcome.charts:
            draw(chart, report.HERE / "charts")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
