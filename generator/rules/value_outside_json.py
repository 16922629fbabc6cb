from __future__ import annotations

import math
from datetime import date
from typing import Any

from ..rule import Found
from ..spec.openapi import join
from ..values import REMOVED, Edit, Spec


def value_outside_json(spec: Spec) -> Found:
    """Put JSON in the place of what only YAML can say: number keys, dates, infinities.

    Eight of 339 public documents write status codes as `200:`, which YAML reads as a number; unquoted
    dates in examples become dates. Neither is a value that OpenAPI has.
    """
    if _is_json(spec):
        return
    stack: list[tuple[str, Any]] = [("", spec)]
    while stack:
        at, node = stack.pop()
        if isinstance(node, dict):
            if all(type(key) is str for key in node):
                stack += [(join(at, key), child) for key, child in node.items() if type(child) is not str]
            else:
                yield Edit(at, {_text(key): child for key, child in node.items()}, "Keys are texts in JSON.")
        elif isinstance(node, list):
            stack += [(join(at, index), child) for index, child in enumerate(node) if type(child) is not str]
        elif isinstance(node, float) and not math.isfinite(node):
            in_list = at.rpartition("/")[2].isdigit()
            yield Edit(at, None if in_list else REMOVED, "JSON has no such number.")
        elif isinstance(node, tuple | set | frozenset):
            yield Edit(at, list(node) if isinstance(node, tuple) else sorted(node, key=str), "JSON has lists.")
        elif not isinstance(node, str | int | float | bool | None):
            yield Edit(at, _text(node), "JSON has no such value; the text says the same.")


def _is_json(spec: Spec) -> bool:
    """The same walk without the pointers, which cost most: nearly every document is JSON."""
    stack: list[Any] = [spec]
    while stack:
        node = stack.pop()
        if type(node) is dict:
            for key, child in node.items():
                if type(key) is not str:
                    return False
                if type(child) is not str:
                    stack.append(child)
        elif type(node) is list:
            stack.extend(node)
        elif type(node) is float:
            if not math.isfinite(node):
                return False
        elif node is not None and type(node) not in (str, int, bool):
            return False
    return True


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, bytes | bytearray):
        return bytes(value).decode("latin-1")
    return value.isoformat() if isinstance(value, date) else str(value)
