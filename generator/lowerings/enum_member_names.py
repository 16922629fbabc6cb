"""Names of enum members."""

from __future__ import annotations

import keyword
from collections import Counter
from typing import Any, Final

from ..naming.words import digest, plain, short, signs, snake
from ..values import Spec
from ._walk import Notes, components, with_components

TAKEN: Final = frozenset({"NAME", "VALUE", "MRO"})
LEADING: Final = {"+": "plus", "-": "minus"}
GIVEN: Final = ("x-enum-varnames", "x-enumNames", "x-enum-names")


def enum_member_names(spec: Spec, notes: Notes) -> Spec:
    """Give each enum value an UPPER_SNAKE name: the vendor's own where usable, else from the value.

    Values that differ only by case or separator crash the stock renderer (8 documents, 1,709 operations of
    the census). Names that fall together are marked with a digest of their value, so order does not decide.
    """
    schemas = {
        name: {**schema, "x-enum-varnames": _names(schema)} if "enum" in schema else schema
        for name, schema in components(spec).items()
    }
    return with_components(spec, schemas)


def _names(schema: dict[str, Any]) -> list[str]:
    values = schema["enum"]
    for key in GIVEN:
        given = schema.get(key)
        if isinstance(given, list) and len(given) == len(values) and all(isinstance(name, str) for name in given):
            names = [_upper(name) for name in given]
            if all(names) and len(set(names)) == len(names):
                return names
    wanted = [_from_value(value) for value in values]
    counts = Counter(wanted)
    return [
        name if counts[name] == 1 or name == value else short(f"{name}_{_mark(value)}", _mark(value)).upper()
        for name, value in zip(wanted, values, strict=True)
    ]


def _mark(value: Any) -> str:
    return digest(f"{type(value).__name__} {value}").upper()


def _from_value(value: Any) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return "VALUE_" + str(value).upper().replace("-", "MINUS_").replace(".", "_").replace("+", "")
    # `-createdAt` sorts the other way round than `createdAt`
    name = _upper(f"{LEADING[value[0]]} {value[1:]}" if value[:1] in LEADING and value[1:2].isalnum() else value)
    if not name and value.strip():
        name = _upper(signs(value))
    return name or ("EMPTY" if not value else f"VALUE_{digest(value).upper()}")


def _upper(text: str) -> str:
    """`2D ART & ILLUSTRATION` is VALUE_2D_ART_ILLUSTRATION, `SDXL_0_9` stays, `inProgress` is IN_PROGRESS."""
    parts = plain(text).replace("'", "").split()
    name = "_".join(part if part == part.upper() else snake(part) for part in parts).upper()
    if not name:
        return ""
    name = short(name, text).upper()
    if not name.isidentifier() or name.startswith("_"):
        name = f"VALUE_{name}"
    return f"{name}_" if name in TAKEN or keyword.iskeyword(name) else name
