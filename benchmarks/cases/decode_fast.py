"""Decoding with the `[fast]` extra, beside the leanest pydantic and bare msgspec Structs."""

from __future__ import annotations

import json

from ..claims import Chart, Claim, Outcome, milliseconds, same
from ..measure import cpu_on, ratios, times_as_long
from ..payloads import generation, generations
from ..peers import readers
from ..place import FAST
from .decode import SIZES

ROUNDS = 25
AHEAD_OF_PYDANTIC = 1.4
OF_STRUCT = 2.2
STRUCT = "msgspec Struct"


def run() -> Outcome:
    """Ours with the extra must also keep what the two others drop."""
    claims: list[Claim] = []
    rows: dict[str, dict[str, str]] = {}
    groups: dict[str, dict[str, float]] = {}
    each = {"ours": readers.ours(FAST), "pydantic": readers.lean(), STRUCT: readers.struct()}
    _keeps(each["ours"])
    for size, number in SIZES.items():
        body = generations(size)
        same(f"{size} generations", *(readers.facts(read(body)) for read in each.values()))
        times = cpu_on(body, each, number, ROUNDS)
        items = "item" if size == 1 else "items"
        claims.append(
            Claim(
                f"{size} {items}, ahead of pydantic",
                "at least",
                AHEAD_OF_PYDANTIC,
                ratios(times, "pydantic", "ours"),
                tried=TRIED,
            )
        )
        claims.append(
            Claim(
                f"{size} {items}, of msgspec Struct", "at most", OF_STRUCT, ratios(times, "ours", STRUCT), tried=TRIED
            )
        )
        rows[f"decode {size}, fast"] = milliseconds(times)
        groups[f"{size} {items}"] = times_as_long(times, STRUCT)
    return Outcome(
        "Decode, with the [fast] extra",
        "every field has the same value in each; ours also keeps unknown enum values, nulls and unknown fields, and writes "
        "back what it read",
        tuple(claims), rows,
        (Chart("decode-fast", "Decode with the [fast] extra", "times as long as msgspec Struct", groups),),
    )  # fmt: skip


def _keeps(read: object) -> None:
    """Unknown values and fields, nulls and the round trip survive the fast path."""
    assert callable(read)
    item = generation(1) | {"status": "PAUSED", "newField": {"a": [1]}, "seed": None, "sdVersion": None}
    (found,) = read(json.dumps({"generations": [item]}).encode())
    same("an unknown enum value", found.status, "PAUSED")
    same("an unknown field", found.additional_properties["newField"], {"a": [1]})
    same("a null", found.seed, found.sd_version, None)
    same("the round trip", found.to_dict(), item)


TRIED = (
    "Tried: orjson and `from_dict` (3.7 to 4.1 times a Struct), msgspec straight into the attrs classes (it can neither "
    "rename their fields nor read a union of an enum and a string), strict Structs copied by compiled code (kept)."
)
