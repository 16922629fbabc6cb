"""What may happen to the attempts of a call that costs money, and what the client may then do."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

from loopback import Answer, Recorded, answer

MAY_HAVE_ARRIVED = ("drop", "reset", "drop_body", "garbage")


def faults(chance: random.Random, created: Any) -> list[Answer]:
    """A random sequence of what happens to the attempts of one call that would answer `created`."""
    body = json.dumps(created).encode()
    kinds = [
        lambda: Answer(fault=chance.choice(MAY_HAVE_ARRIVED), body=body),
        lambda: answer({}, 429),
        lambda: answer({}, 429, retry_after="0"),
        lambda: answer({}, 503, retry_after="0"),
        lambda: answer({}, chance.choice([400, 404, 408, 409, 500, 502, 503, 504])),
        lambda: Answer(307, b"", {"Location": "/jobs"}),
        lambda: Answer(200, b"<html>"),
        lambda: answer(created),
        lambda: Answer(200, body, {"Content-Type": "application/json"}, None, 0, True),
    ]
    return [chance.choice(kinds)() for _ in range(5)]


def turned_away(reply: Answer) -> bool:
    """Whether the server said that it did not do it."""
    if reply.fault is not None:
        return False
    return reply.status == 429 or (reply.status == 503 and "Retry-After" in reply.headers)


class Counting:
    """A server that knows, for each key, how it answered each create."""

    def __init__(self, key: Callable[[Recorded], str]) -> None:
        self.key = key
        self.plans: dict[str, list[Answer]] = {}
        self.seen: dict[str, list[Answer]] = {}

    def __call__(self, request: Recorded) -> Answer:
        key = self.key(request)
        plan = self.plans[key]
        reply = plan.pop(0) if len(plan) > 1 else plan[0]
        self.seen.setdefault(key, []).append(reply)
        return reply


def check(seen: list[Answer]) -> None:
    """Nothing follows an attempt that may have been carried out.

    A create may also never arrive: on a connection that the server has just closed, the client cannot tell.
    """
    assert all(turned_away(reply) for reply in seen[:-1]), [(r.status, r.fault) for r in seen]
