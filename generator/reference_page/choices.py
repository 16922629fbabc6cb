"""Which of the types that a header names a line of its list spells out, and what that says of the header."""

from __future__ import annotations

from collections.abc import Collection

from .lines import Kind, Line
from .types import Array, Literals, Map, Members, Named, Scalar, Type, Union, core, parse_type, without_null


def options_of(reading: Type) -> tuple[Type, ...]:
    """What a list below this reading names: the options of the choice inside its arrays, maps and nulls."""
    within = core(reading)
    options = within.options if isinstance(within, Union) else _spread(within)
    return tuple(option for option in options if option != Scalar("null"))


def _spread(found: Type) -> tuple[Type, ...]:
    return tuple(Literals((value,)) for value in found.values) if isinstance(found, Literals) else (found,)


def more_of(reading: Type) -> int:
    within = core(reading)
    return within.more if isinstance(within, Union | Literals) else 0


def counts_of(readings: list[Type]) -> str:
    return " or ".join(str(len(options_of(reading)) + more_of(reading)) for reading in readings)


def type_of_line(line: Line, declared: Collection[str]) -> Type | None:
    if line.kind is Kind.NAMED:
        return line.type
    if line.kind in (Kind.TEXT, Kind.LITERAL):
        return parse_type(line.text, declared)
    return None


def fits(line: Line, found: Type, reading: Type, index: int) -> bool:
    options = options_of(reading)
    return index < len(options) + more_of(reading) and (
        index >= len(options) or _same(options[index], found, line.name)
    )  # fmt: skip


def _same(option: Type, entry: Type, name: str) -> bool:
    """Whether a type that a list spells out is the one that the header named."""
    option, _ = without_null(option)
    entry, _ = without_null(entry)
    match option, entry:
        case Members(names, more, title), Members(others, rest, other):
            return names == others and more == rest and (title is None or title in (name, other))
        case Named(wanted), _:
            return wanted == name or entry == option
        case Array(item), Array(other_item):
            return _same(item, other_item, name) or item == other_item
        case Map(value), Map(other_value):
            return _same(value, other_value, name)
    return option == entry


def settled(declared: Type, old: Type, new: Type) -> Type:
    """`declared` with the choice `old` inside it settled as `new`."""
    if declared == old:
        return new
    match declared:
        case Array(item, loose):
            return Array(settled(item, old, new), loose)
        case Map(value):
            return Map(settled(value, old, new))
        case Union(options, more):
            return Union(tuple(settled(option, old, new) for option in options), more)
    return declared


def all_listed(readings: list[Type], count: int) -> Type | None:
    """The one reading left whose options have all been listed, once they have."""
    if len(readings) == 1 and len(options_of(readings[0])) + more_of(readings[0]) == count:
        return readings[0]
    return None
