"""Ten times the operations: what each stage then takes, and a document of twelve megabytes."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from ..claims import Chart, Claim, Outcome, same
from ..place import PROJECT, ROOT

SMALL, LARGE = 320, 3200
ROUNDS = 3
TIMES = 11.0
SECONDS = 20.0
FLOOR = {"seconds": 0.01, "megabytes": 1.0}
"""Below this the small document shows nothing but noise."""
MEGABYTES = 12.0


def run() -> Outcome:
    """The small document is measured before and after the large one, in processes of their own."""
    small: list[dict[str, Any]] = []
    large: list[dict[str, Any]] = []
    for _ in range(ROUNDS):
        small.append(_stages(SMALL))
        large.append(_stages(LARGE))
    same("operations that got a method", [m["methods"] / m["operations"] for m in small], [1.0] * ROUNDS)
    same("operations that got a method", [m["methods"] / m["operations"] for m in large], [1.0] * ROUNDS)
    size = large[0]["bytes"] / 1e6
    assert size >= MEGABYTES, f"the large document has only {size:.1f} MB"
    claims, rows = [], {}
    for stage in large[0]["stages"]:
        for unit in ("seconds", "megabytes"):
            few = [m["stages"][stage][unit] for m in small]
            many = [m["stages"][stage][unit] for m in large]
            rows[f"{stage}: {unit}"] = {f"{SMALL}": f"{_middle(few):.3g}", f"{LARGE}": f"{_middle(many):.3g}"}
            grown = [b / max(a, FLOOR[unit]) for a, b in zip(few, many, strict=True)]
            claims.append(
                Claim(f"{stage}: {unit}, {LARGE} operations of {SMALL}", "at most", TIMES, grown, tried=TRIED)
            )
    whole = [sum(s["seconds"] for name, s in m["stages"].items() if name not in ("render", "verify")) for m in large]
    what = f"a document of {size:.1f} MB, all stages but render"
    return Outcome(
        "Growth",
        "every operation of both documents got its method",
        (*claims, Claim(what, "at most", SECONDS, whole, "s", tried=TRIED)),
        rows,
        (Chart("growth", f"Growth from {SMALL} to {LARGE} operations", "times the processor seconds", {
            stage: {f"{LARGE} of {SMALL}": _middle([b["stages"][stage]["seconds"] / max(a["stages"][stage]["seconds"], 1e-9)
                    for a, b in zip(small, large, strict=True)])} for stage in large[0]["stages"]}),),
    )  # fmt: skip


def _middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def _stages(operations: int) -> dict[str, Any]:
    command = [str(PROJECT), "-m", "benchmarks.stages", str(operations)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return json.loads(done.stdout)  # type: ignore[no-any-return]


TRIED = (
    "The collector is off and all stages are linear in what they visit; beyond that the caches of the processor decide: "
    "they hold the small document and not the large one. Tried and kept: schemas listed by the keywords that rules look "
    "for (normalise from 12.7 to 10.9 in time), shapes by identity, no text of a document that has no double."
)
