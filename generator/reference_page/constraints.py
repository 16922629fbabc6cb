"""Constraints as a page prints them, each glued to its value: `minimum-2`, `formatdate-time`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from .findings import Finding, shown
from .lines import Line
from .tree import Node

Schema = dict[str, Any]

_DBL_MAX: Final = "1.7976931348623157"
"""What is left of the largest double, 1.7976931348623157e+308, without its exponent: no limit at all."""

_APPLIES: Final = {
    "string": ("minLength", "maxLength", "pattern", "format"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "format"),
    "integer": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "format"),
    "array": ("minItems", "maxItems", "uniqueItems"),
    "object": ("minProperties", "maxProperties"),
    "boolean": (),
}


def constrain(node: Node, schema: Schema) -> Iterator[Finding]:
    """Put the glued constraints where they apply: `minimum0` below `array of number` is of the items.

    Yields what is wrong with them; `mangled-limit` is no more than a suspicion.
    """
    values = {line.name: line for line in node.constraints}
    for keyword, line in values.items():
        if line.text.lstrip("-") == _DBL_MAX:
            yield Finding(line.number, "a limit", "DBL_MAX without its exponent, dropped", code="mangled-limit")
            continue
        target = _target(schema, keyword)
        found = _constraint(line, values, target)
        if isinstance(found, Finding):
            yield found
        else:
            target.update(found)
    for bound in ("Minimum", "Maximum"):
        flag = values.get("exclusive" + bound)
        target = _target(schema, bound.lower()) if flag is not None and not flag.text else {}
        if target and bound.lower() in target:
            target["exclusive" + bound] = target.pop(bound.lower())


def _constraint(line: Line, others: dict[str, Line], target: Schema) -> Schema | Finding:
    """The keyword of a line with its value; nothing for a bare `exclusiveMinimum` beside a minimum."""
    if line.name in ("format", "pattern"):
        return {line.name: line.text}
    if line.name == "default":
        value = _default(line.text, target)
        if value is _UNFIT:
            return Finding(line.number, "a default of the declared type", shown(line.text))
        return {"default": value}
    if line.name == "uniqueItems":
        return {"uniqueItems": line.text != "false"}
    if line.text:
        return {line.name: json.loads(line.text)}
    if line.name.startswith("exclusive") and line.name[9:].lower() in others:
        return {}
    return Finding(line.number, f"a number behind `{line.name}`", "none")


_UNFIT: Final = object()


def _default(text: str, target: Schema) -> Any:
    """The default value that a line prints: JSON, or a bare word where the type is a string."""
    kinds = kinds_of(target)
    try:
        value = json.loads(text)
    except ValueError:
        value = text
    if "string" in kinds and not isinstance(value, str):
        value = None if value is None and "null" in kinds else text
    fits = not kinds or any(_is_of(value, kind) for kind in kinds)
    return value if fits and value in target.get("enum", [value]) else _UNFIT


def _is_of(value: Any, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    python = {
        "string": str,
        "integer": int,
        "number": int | float,
        "array": list,
        "object": dict,
        "null": type(None),
    }
    return kind in python and isinstance(value, python[kind])


def kinds_of(schema: Schema) -> list[str]:
    kind = schema.get("type", [])
    return [kind] if isinstance(kind, str) else list(kind)


def _target(schema: Schema, keyword: str) -> Schema:
    """The schema, from this one inwards, that a keyword applies to; this one where it applies to none.

    Pages do print `maximum` below a string (`seed`), which JSON Schema allows and gives no meaning.
    """
    inner = schema
    while True:
        kinds = kinds_of(inner)
        if keyword == "default" or not kinds or any(keyword in _APPLIES.get(kind, ()) for kind in kinds):
            return inner
        below = inner.get("items", inner.get("additionalProperties"))
        if not isinstance(below, dict):
            return schema
        inner = below
