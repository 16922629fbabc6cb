"""Decoding a list of generations, as installed: from the bytes of the answer to objects."""

from __future__ import annotations

from ..claims import Chart, Claim, Outcome, milliseconds, same
from ..measure import cpu_on, ratios, times_as_long
from ..payloads import generations
from ..peers import readers
from ..place import PLAIN

SIZES = {1: 400, 10: 60, 100: 8, 1000: 1}
"""Items, and calls to a measurement."""

ROUNDS = 15
AHEAD_OF_LEONARDO = {1: 20.0, 10: 4.0, 100: 1.7, 1000: 1.7}
AHEAD_OF_STOCK = 2.7


def run() -> Outcome:
    """Ours, leonardo-ai-sdk and stock; ahead means peer / ours."""
    claims: list[Claim] = []
    rows: dict[str, dict[str, str]] = {}
    groups: dict[str, dict[str, float]] = {}
    each = {"ours": readers.ours(PLAIN), "leonardo-ai-sdk": readers.leonardo(), "stock": readers.stock()}
    for size, number in SIZES.items():
        body = generations(size)
        same(f"{size} generations", *(readers.facts(read(body)) for read in each.values()))
        times = cpu_on(body, each, number, ROUNDS)
        items = "item" if size == 1 else "items"
        ahead = AHEAD_OF_LEONARDO[size]
        claims.append(
            Claim(
                f"{size} {items}, ahead of leonardo-ai-sdk",
                "at least",
                ahead,
                ratios(times, "leonardo-ai-sdk", "ours"),
                tried=TRIED,
            )
        )
        claims.append(
            Claim(
                f"{size} {items}, ahead of stock",
                "at least",
                AHEAD_OF_STOCK,
                ratios(times, "stock", "ours"),
                tried=TRIED,
            )
        )
        rows[f"decode {size}"] = milliseconds(times)
        groups[f"{size} {items}"] = times_as_long(times, "ours")
    return Outcome(
        "Decode, as installed",
        "every field of every generation, image, variation and element has the same value in each",
        tuple(claims), rows,
        (Chart("decode", "Decode a list of generations, as installed", "times as long as ours", groups),),
    )  # fmt: skip


TRIED = (
    "The standard library's parser alone takes two thirds of our time, and is a fourth of stock's. Tried and kept: subscripts "
    "for `get`, one merge to fill gaps, loops for comprehensions, `from_dict` bound once, no dict kept without unknown fields, "
    "long lists item by item, the parser without what `json.loads` does around it. Tried and left: item by item below 64 KB "
    "(slower, the parser forgets the keys), long lists in chunks of 4 to 32 KB (slower by 3 to 6 %: dicts are converted late), "
    "values by position where the keys come in a known order (slower by 4 %), what the last object lacked remembered (no "
    "difference), `keys()` compared for `len` (slower), the collector off (a tenth at 1000 items, but it is the caller's). "
    "The [fast] extra is ahead at every size."
)
