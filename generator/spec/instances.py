"""JSON values against schemas, as far as the rules need it: types, lossless conversion, and whether one fits.

Not a full validator: what it does not know it accepts, so that no rule drops a value on a guess.
"""

from __future__ import annotations

import base64
import binascii
import json
import math
import re
import uuid
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final, TypeGuard

from ..values import Spec
from .openapi import resolve
from .patterns import matches

TYPES: Final = ("string", "integer", "number", "boolean", "array", "object", "null")
BOUNDS: Final = ("minimum", "maximum", "multipleOf", "exclusiveMinimum", "exclusiveMaximum")
DEPTH: Final = 40
"""How deep a value is followed; what lies deeper is taken to fit."""


def json_type(value: Any) -> str:
    """The JSON Schema type of a value; 2.0 is an integer, as JSON Schema has it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int) or (isinstance(value, float) and value.is_integer()):
        return "integer"
    if isinstance(value, float):
        return "number"
    if isinstance(value, str):
        return "string"
    return "array" if isinstance(value, list) else "object"


def is_type(value: Any, name: str) -> bool:
    """Whether a JSON value is of a type of JSON Schema; an integer is a number too."""
    found = json_type(value)
    return found == name or (found == "integer" and name == "number")


def types_of(schema: dict[str, Any]) -> list[str]:
    """The types that a schema names itself, null left out."""
    named = schema.get("type")
    listed = named if isinstance(named, list) else [named]
    return [name for name in listed if isinstance(name, str) and name != "null"]


def allows_null(schema: dict[str, Any]) -> bool:
    """Whether the schema says null itself, by `nullable` or by type."""
    named = schema.get("type")
    return schema.get("nullable") is True or named == "null" or (isinstance(named, list) and "null" in named)


def same(left: Any, right: Any) -> bool:
    """Equality of JSON values: 1 and 1.0 are the same, 1 and true are not."""
    return canonical(left) == canonical(right)


def canonical(value: Any) -> str:
    """One text for each JSON value, whatever the order of keys; 1 and 1.0 are one value."""
    return json.dumps(_whole(value), sort_keys=True, ensure_ascii=True, default=str)


def _whole(value: Any) -> Any:
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, list):
        return [_whole(each) for each in value]
    return {name: _whole(each) for name, each in value.items()} if isinstance(value, dict) else value


def shown(value: Any, width: int = 60) -> str:
    """A value as it may stand in a message: JSON on one line, cut at `width`."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= width else text[: width - 3] + "..."


_WORDS: Final = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def as_type(value: Any, name: str) -> Any:
    """The value as that type where that loses nothing. Raises ValueError where it would."""
    if is_type(value, name):
        return value
    if name == "string" and isinstance(value, int | float):
        return json.dumps(value)
    if name == "boolean" and isinstance(value, str) and value.strip().lower() in ("true", "false"):
        return _WORDS[value.strip().lower()]
    if name in ("integer", "number") and isinstance(value, str) and _NUMBER.match(value.strip()):
        number = json.loads(value.strip())
        if math.isfinite(number) and (name == "number" or float(number).is_integer()):
            return int(number) if name == "integer" else number
    raise ValueError(f"{shown(value)} is no {name}")


_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?\Z")


def _is_date(text: str) -> bool:
    return date.fromisoformat(text) is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None


def _is_moment(text: str) -> bool:
    found = re.fullmatch(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", text)
    return found is not None and datetime.fromisoformat(text[:19].upper().replace(" ", "T")) is not None


def _is_time(text: str) -> bool:
    return re.fullmatch(r"\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?", text) is not None


FORMATS: Final[dict[str, Callable[[str], bool]]] = {
    "date": _is_date,
    "date-time": _is_moment,
    "time": _is_time,
    "uuid": lambda text: str(uuid.UUID(text)) == text.lower(),
    "byte": lambda text: base64.b64decode(text, validate=True) is not None,
    "email": lambda text: "@" in text,
    "idn-email": lambda text: "@" in text,
    "ipv4": lambda text: re.fullmatch(r"(\d{1,3}\.){3}\d{1,3}", text) is not None,
    "ipv6": lambda text: ":" in text,
    "binary": lambda text: False,
}
"""Formats that a text can contradict. No text in a document is `binary`, says the validator."""


def fits(value: Any, schema: Any, spec: Spec, depth: int = 0) -> bool:
    """Whether a value is what a schema describes."""
    if isinstance(schema, bool):
        return schema
    try:
        schema = resolve(spec, schema)
    except KeyError:
        return True
    if not isinstance(schema, dict) or depth > DEPTH:
        return True
    if value is None and schema.get("nullable") is True:
        return True
    if not _fits_type(value, schema) or not _fits_enum(value, schema):
        return False
    return (
        _fits_text(value, schema)
        and _fits_number(value, schema)
        and _fits_members(value, schema, spec, depth)
        and _fits_composition(value, schema, spec, depth)
    )


def _fits_type(value: Any, schema: dict[str, Any]) -> bool:
    named = schema.get("type")
    listed = named if isinstance(named, list) else [named]
    known = [name for name in listed if name in TYPES]
    return not known or any(is_type(value, name) for name in known)


def _fits_enum(value: Any, schema: dict[str, Any]) -> bool:
    listed = schema.get("enum")
    if isinstance(listed, list) and listed and not any(same(value, each) for each in listed):
        return False
    return "const" not in schema or same(value, schema["const"])


def _fits_text(value: Any, schema: dict[str, Any]) -> bool:
    if not isinstance(value, str):
        return True
    if not _within(len(value), schema, "minLength", "maxLength"):
        return False
    pattern, check = schema.get("pattern"), FORMATS.get(str(schema.get("format")))
    if check is not None:
        try:
            if not check(value):
                return False
        except (ValueError, binascii.Error, AttributeError):
            return False
    return not isinstance(pattern, str) or matches(pattern, value)


def _within(size: float, schema: dict[str, Any], low: str, high: str) -> bool:
    least, most = schema.get(low), schema.get(high)
    return not (_number(least) and size < least) and not (_number(most) and size > most)


def _number(value: Any) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _fits_number(value: Any, schema: dict[str, Any]) -> bool:
    if not _number(value):
        return True
    low, high = schema.get("exclusiveMinimum"), schema.get("exclusiveMaximum")
    if (low is True and value == schema.get("minimum")) or (high is True and value == schema.get("maximum")):
        return False
    if (_number(low) and value <= low) or (_number(high) and value >= high):
        return False
    if schema.get("format") in ("int32", "int64") and isinstance(value, int):
        bits = int(schema["format"][3:]) - 1
        if not -(2**bits) <= value < 2**bits:
            return False
    return _within(value, schema, "minimum", "maximum") and _is_multiple(value, schema.get("multipleOf"))


def _is_multiple(value: Any, step: Any) -> bool:
    """Whether a number is a multiple of a step, as far as floats tell; beyond them nobody can say that it is none."""
    if not _number(step) or step <= 0:
        return True
    try:
        times: float = value / step
        return abs(times - round(times)) <= 1e-9
    except OverflowError:
        return True


def _fits_members(value: Any, schema: dict[str, Any], spec: Spec, depth: int) -> bool:
    if isinstance(value, list):
        if not _within(len(value), schema, "minItems", "maxItems"):
            return False
        if schema.get("uniqueItems") is True and len({canonical(each) for each in value}) < len(value):
            return False
        items = schema.get("items")
        return not isinstance(items, dict | bool) or all(fits(each, items, spec, depth + 1) for each in value)
    if not isinstance(value, dict):
        return True
    if not _within(len(value), schema, "minProperties", "maxProperties"):
        return False
    required, properties = schema.get("required"), schema.get("properties")
    if isinstance(required, list) and any(isinstance(name, str) and name not in value for name in required):
        return False
    properties = properties if isinstance(properties, dict) else {}
    rest = schema.get("additionalProperties", True)
    rest = rest if isinstance(rest, dict | bool) and "patternProperties" not in schema else True
    return all(fits(each, properties.get(name, rest), spec, depth + 1) for name, each in value.items())


def _fits_composition(value: Any, schema: dict[str, Any], spec: Spec, depth: int) -> bool:
    for keyword, enough in (("allOf", all), ("anyOf", any), ("oneOf", _one)):
        members = schema.get(keyword)
        if not isinstance(members, list) or not members:
            continue
        if not enough(fits(value, each, spec, depth + 1) for each in members):
            return False
    return True


def _one(found: Any) -> bool:
    return sum(map(bool, found)) == 1
