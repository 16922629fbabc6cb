"""Answers with fields that the documents do not know, as of a service that is ahead of them: read, and written back."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from ..claims import Chart, Claim, Outcome, milliseconds, same
from ..measure import cpu_on, ratios, times_as_long
from ..payloads import generation
from ..peers import readers
from ..place import PLAIN

SIZES = {1: 200, 10: 30, 100: 4}
ROUNDS = 15


def run() -> Outcome:
    """Ours and stock; leonardo-ai-sdk drops such fields, and is left out."""
    claims: list[Claim] = []
    rows: dict[str, dict[str, str]] = {}
    groups: dict[str, dict[str, float]] = {}
    each = {"ours": readers.ours(PLAIN), "stock": readers.stock()}
    for size, number in SIZES.items():
        items = "1 item" if size == 1 else f"{size} items"
        given = [newer(n) for n in range(size)]
        body = json.dumps({"generations": given}, separators=(",", ":")).encode()
        same(f"{items} read", *(readers.facts(read(body)) for read in each.values()))
        same(f"{items} written back", given, *(back(read)(body) for read in each.values()))
        for what, subjects in (
            ("read", each),
            ("read and written back", {name: back(read) for name, read in each.items()}),
        ):
            times = cpu_on(body, subjects, number, ROUNDS)
            found = ratios(times, "stock", "ours")
            claims.append(Claim(f"{items} {what}, ahead of stock", "at least", 1.0, found, tried=TRIED))
            rows[f"{items} {what}"] = milliseconds(times)
            groups[f"{items} {what}"] = times_as_long(times, "ours")
    return Outcome(
        "Decode, unknown fields",
        "every documented field has the same value in each, and each writes back exactly what it read",
        tuple(claims), rows,
        (Chart("decode-unknown", "Generations with unknown fields", "times as long as ours", groups),),
    )  # fmt: skip


def newer(number: int) -> dict[str, Any]:
    """A generation with two fields more, and two more in each of its images."""
    images = [{**image, "blurHash": "LEHV6nWB2yk8", "width": 1024} for image in generation(number)["generated_images"]]
    return {**generation(number), "generated_images": images, "contentRating": "general", "styleUUID": None}


def back(read: Callable[[bytes], list[Any]]) -> Callable[[bytes], list[Any]]:
    """Read, and make plain data of it again."""
    return lambda body: [item.to_dict() for item in read(body)]


TRIED = (
    "An object with unknown fields keeps the dict that it was read from, so that they cost nothing when it is read; kept "
    "dicts are memory that a long list does not use again. Tried and left: taking the unknown fields out at once (a quarter "
    "slower at 1 item, no faster at 100), a list of fields made before they are written (slower)."
)
