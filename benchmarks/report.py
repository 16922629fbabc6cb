"""RESULTS.md and results.json: the table of claims, the medians behind it, the machine and the versions."""

from __future__ import annotations

import json
import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from .claims import Claim, Outcome

HERE: Final = Path(__file__).resolve().parent
PACKAGES: Final = (
    "attrs", "httpx", "httpx2", "leonardo-ai-sdk", "msgspec", "pydantic", "scenario-sdk",
)  # fmt: skip
HEADER: Final = "| case | claim | target | measured (quartiles) | met |\n| --- | --- | --- | --- | --- |"
METHOD: Final = """
Everything is measured beside the peers in one run: a round measures each subject once, every other round in reverse,
and a figure is the median of the rounds' ratios, with the quartiles. Times are processor time of the measured process
(and its children), except where seconds of a whole process are claimed: those are by the clock. Before anything is
timed, its results are compared, and the run stops where they differ.

"As installed" runs without msgspec. Answers hold documented fields only, unless the case says otherwise. The server of the calls is another process. "Raw httpx2" sends the same
request with the key, on a kept connection, and parses the JSON. Stock openapi-python-client 0.29.1 gets our normalised
spec without titles, null defaults, and `nullable` on objects and enums, on which it would lose most answers.
"""


def machine() -> dict[str, Any]:
    """What the figures depend on."""
    cpu = next(
        (line.partition(":")[2].strip() for line in _read("/proc/cpuinfo").splitlines() if line.startswith("model name")),
        platform.processor(),
    )  # fmt: skip
    return {
        "cpu": cpu, "cores": os.cpu_count(), "system": f"{platform.system()} {platform.machine()}",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "load_at_start": round(os.getloadavg()[0], 2), "packages": {name: version(name) for name in PACKAGES},
    }  # fmt: skip


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError:
        return ""


def table(outcomes: dict[str, Outcome]) -> str:
    """The claims, one a line."""
    rows = [_row(o.title, claim) for o in outcomes.values() for claim in o.claims]
    return "\n".join([HEADER, *rows])


def _row(title: str, claim: Claim) -> str:
    met = "yes" if claim.met else "**no**"
    return f"| {title} | {claim.what} | {claim.target_text} | {claim.measured_text} | {met} |"


def markdown(outcomes: dict[str, Outcome], about: dict[str, Any]) -> str:
    """The whole page."""
    claims = [claim for outcome in outcomes.values() for claim in outcome.claims]
    packages = ", ".join(f"{name} {number}" for name, number in about["packages"].items())
    parts = [
        "# Benchmarks",
        f"Written by `make bench`. {sum(c.met for c in claims)} of {len(claims)} targets met.",
        f"{about['cpu']}, {about['cores']} cores, {about['system']}; {about['python']}; {packages}. "
        f"Load when it began: {about['load_at_start']}.",
        table(outcomes),
        _unmet(outcomes),
        "## How it is measured\n" + METHOD.rstrip(),
        *(_details(outcome) for outcome in outcomes.values()),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _unmet(outcomes: dict[str, Outcome]) -> str:
    reasons: dict[str, list[str]] = {}
    for outcome in outcomes.values():
        for claim in outcome.claims:
            if not claim.met:
                reasons.setdefault(claim.tried or "No reason is known yet.", []).append(
                    f"{outcome.title}: {claim.what}"
                )
    if not reasons:
        return ""
    return "## Not met\n\n" + "\n\n".join(f"- {'; '.join(whats)}.\n  {why}" for why, whats in reasons.items())


def _details(outcome: Outcome) -> str:
    lines = [f"## {outcome.title}", "", f"Equal before timing: {outcome.checked}.", ""]
    if outcome.table:
        names = list(dict.fromkeys(name for row in outcome.table.values() for name in row))
        lines += ["| median | " + " | ".join(names) + " |", "| --- |" + " --- |" * len(names)]
        lines += [
            f"| {what} | " + " | ".join(row.get(n, "") for n in names) + " |" for what, row in outcome.table.items()
        ]
    lines += [f"\n![{chart.title}](charts/{chart.name}.svg)" for chart in outcome.charts]
    return "\n".join(lines).rstrip()


def data(outcomes: dict[str, Outcome], about: dict[str, Any]) -> str:
    """The same for machines."""
    cases = {
        name: {"title": o.title, "checked": o.checked, "claims": [c.data() for c in o.claims], "medians": o.table}
        for name, o in outcomes.items()
    }
    return json.dumps({"machine": about, "cases": cases}, indent=1) + "\n"
