"""Enum values and constants."""

from __future__ import annotations

from typing import Any, Final

from ._parts import OBJECT, is_null, scalar_type
from ._walk import Notes, PerSchema, Schema

OF_OTHERS: Final = frozenset({*OBJECT, "patternProperties", "items", "prefixItems", "additionalItems", "format"})
"""Keywords that say nothing of a scalar whose values are listed."""


def _enum_value(pointer: str, schema: Schema, notes: Notes) -> Schema:
    """Make the values of an enum distinct scalars of its type; an enum of booleans is a boolean.

    YAML turns `[1.0, 2]` and `[on, off]` into other types than the author meant; the declared type wins.
    """
    if is_null(schema) or not ("enum" in schema or "const" in schema):
        return schema
    new = dict(schema)
    if "const" in new:
        return _const(new)
    values = _distinct([_as_type(value, new.get("type")) for value in new["enum"] if scalar_type(value)])
    kinds = _kinds(values)
    if not values or kinds == {"boolean"}:
        del new["enum"]
        if values:
            new["type"] = "boolean"
        return _without_varnames(new)
    if len(set(values)) < len(values):
        # in Python true is 1: an enum cannot have both as members, and the boolean is a value without a name
        numbers = {value for value in values if not isinstance(value, bool)}
        values = [value for value in values if not (isinstance(value, bool) and value in numbers)]
        kinds = _kinds(values)
    new["enum"] = values
    new.pop("type", None)
    if len(kinds) == 1:
        new["type"] = kinds.pop()
    if len(values) != len(schema["enum"]):
        new = _without_varnames(new)
    new = {key: value for key, value in new.items() if key not in OF_OTHERS}
    return new if new != schema or list(map(type, new["enum"])) != list(map(type, schema["enum"])) else schema


def _kinds(values: list[Any]) -> set[str | None]:
    """The types of the values; an integer is a number where there are others."""
    kinds = {scalar_type(value) for value in values}
    return {"number"} if kinds == {"integer", "number"} else kinds


def _const(schema: dict[str, Any]) -> Schema:
    kind = scalar_type(schema["const"])
    if kind is None:
        return {key: value for key, value in schema.items() if key not in ("const", "enum")}
    new = {key: value for key, value in schema.items() if key not in OF_OTHERS and key != "enum"}
    return new if new.get("type") == kind and len(new) == len(schema) else {**new, "type": kind}


def _as_type(value: Any, declared: Any) -> Any:
    if declared == "string" and not isinstance(value, str):
        return str(value).lower() if isinstance(value, bool) else str(value)
    if declared == "integer" and isinstance(value, float) and value.is_integer():
        return int(value)
    if declared in ("integer", "number") and isinstance(value, str):
        return _number(value)
    return value


def _number(text: str) -> Any:
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) < 20 else text


def _distinct(values: list[Any]) -> list[Any]:
    """Each value once; 1 and 1.0 are the same number, true is not 1."""
    return list(
        {(isinstance(value, bool), isinstance(value, str), value): value for value in reversed(values)}.values()
    )[::-1]


def _without_varnames(schema: dict[str, Any]) -> dict[str, Any]:
    """Names go with values by position; when a value goes they are all in doubt."""
    return {key: value for key, value in schema.items() if key not in ("x-enum-varnames", "x-enumNames")}


enum_value = PerSchema(_enum_value)
