"""Two small changes that the tests of reports and acceptances tell of."""

from __future__ import annotations

import datetime
from typing import Any

from generator.drift import compare
from generator.values import Change

TODAY = datetime.date(2026, 1, 1)


def document(kind: str, values: list[str], name: str = "kind") -> dict[str, Any]:
    body = {"type": "object", "properties": {name: {"type": kind, "enum": values}}}
    return {
        "openapi": "3.0.3",
        "paths": {"/things": {"post": {"requestBody": {"content": {"application/json": {"schema": body}}}}}},
    }


def changes() -> list[Change]:
    return compare(document("string", ["a", "b"]), document("string", ["b", "c"]), today=TODAY)
