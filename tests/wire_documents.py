"""Small documents for the wire engine: one operation with one schema in it."""

from __future__ import annotations

import datetime
from typing import Any

TODAY = datetime.date(2026, 1, 1)
TEXT = {"type": "string"}


def spec(operation: dict[str, Any] | None = None, path: str = "/things", **extra: Any) -> dict[str, Any]:
    return {"openapi": "3.1.0", "paths": {path: {"post": operation or {}}}, **extra}


def request(schema: Any, media: str = "application/json") -> dict[str, Any]:
    return spec({"requestBody": {"content": {media: {"schema": schema}}}})


def response(schema: Any) -> dict[str, Any]:
    return spec({"responses": {"200": {"content": {"application/json": {"schema": schema}}}}})


def query(schema: Any, **extra: Any) -> dict[str, Any]:
    return spec({"parameters": [{"name": "q", "in": "query", "schema": schema, **extra}]})


def obj(required: tuple[str, ...] = (), **properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(required)}
