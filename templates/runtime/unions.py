"""Values that may be one of several things, told apart by a discriminator, by JSON type, or by best fit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from enum import Enum
from typing import Any, cast

from .codec import Mismatch, Model, kind, members, odd, parse_date, parse_datetime
from .shapes import is_array, is_object
from .unset import UNSET

Decoder = Callable[[Any], Any]
Option = type[Any] | Decoder
"""A model, an enum, `str int float bool datetime date`, `array_of(...)`, `map_of(...)`, or a decoding function."""


class _Container:
    """`array_of` and `map_of`: a decoder that knows which JSON type it takes."""

    __slots__ = ("decode", "option", "takes")

    def __init__(self, takes: type[Any], option: Option) -> None:
        self.takes = takes
        self.option = option
        self.decode: Decoder | None = None

    def __call__(self, value: Any) -> Any:
        if kind(value) is not self.takes:
            if value is None or value is UNSET:
                return value
            raise Mismatch("an array" if self.takes is list else "an object", value)
        option: Any = self.option
        if isinstance(option, type) and issubclass(option, Model):
            from_dict = cast("Any", option).from_dict
            if self.takes is dict:
                return {k: from_dict(v) if type(v) is dict else odd(v, value) for k, v in value.items()}
            return [from_dict(v) if type(v) is dict else odd(v, value) for v in value]
        decode = self.decode
        if decode is None:
            decode = self.decode = decoder_of(self.option)
        if self.takes is dict:
            return {k: decode(v) for k, v in value.items()}
        return [decode(v) for v in value]


def array_of(option: Option) -> Decoder:
    """Decodes an array of the option."""
    return _Container(list, option)


def map_of(option: Option) -> Decoder:
    """Decodes an object whose every value is the option."""
    return _Container(dict, option)


def decoder_of(option: Option) -> Decoder:
    """The function that decodes an option; nulls and scalars of another type pass as they came."""
    if not isinstance(option, type):
        return option
    if issubclass(option, Model):
        return _model(option)
    if issubclass(option, Enum):
        table = members(option)
        return lambda value: _lookup(table, value)
    if option is datetime:
        return parse_datetime
    return parse_date if option is date else _as_it_is


def _model(model: type[Model]) -> Decoder:
    from_dict = cast("Any", model).from_dict

    def decode(value: Any) -> Any:
        if type(value) is dict:
            return from_dict(value)
        if value is None or value is UNSET:
            return value
        raise Mismatch("an object", value)

    return decode


def _as_it_is(value: Any) -> Any:
    return value


def _lookup(table: Mapping[Any, Any], value: Any) -> Any:
    found = table.get(value, value) if isinstance(value, (str, int, float)) else value
    return found if isinstance(found, Enum) and type(found.value) is type(value) else value


def union(*options: Option, tag: str = "", mapping: Mapping[str, Option] | None = None) -> Decoder:
    """A decoder for one of several things.

    With `tag`, the object's property of that name picks from `mapping`; values that the documents do not
    list fall back to the best fit. Without it, an object becomes the model that misses no required field,
    whose constants agree, and that knows most of its keys. What fits nothing stays as it came.
    """
    by_tag = {key: decoder_of(option) for key, option in (mapping or {}).items()}
    models: list[type[Model]] = [o for o in options if isinstance(o, type) and issubclass(o, Model)]
    enums = [members(o) for o in options if isinstance(o, type) and issubclass(o, Enum)]
    scalars: list[Any] = [o for o in options if isinstance(o, type) and not issubclass(o, (Model, Enum))]
    others = [o for o in options if not isinstance(o, type)]

    def decode(value: Any) -> Any:
        if is_object(value):
            named = value.get(tag) if by_tag else None
            chosen = by_tag.get(named) if isinstance(named, str) else None
            return chosen(value) if chosen is not None else _object(value, models, others)
        if is_array(value):
            return _first(value, list, others)
        if value is None or value is UNSET:
            return value
        for table in enums:
            found = _lookup(table, value)
            if isinstance(found, Enum):
                return found
        return _scalar(value, scalars)

    return decode


def _object(value: dict[str, Any], models: list[type[Model]], others: list[Decoder]) -> Any:
    best, best_score = None, -1
    for model in models:
        score = _fit(model, value)
        if score > best_score:
            best, best_score = model, score
    if best is None:
        return _first(value, dict, others)
    try:
        return cast("Any", best).from_dict(value)
    except Mismatch:
        found = _next_best(value, [model for model in models if model is not best])
        if found is None:
            raise
        return found


def _next_best(value: dict[str, Any], models: list[type[Model]]) -> Any:
    """The object as the model that fits best of those that can read it: equal names may hold other shapes."""
    for model in sorted(models, key=lambda model: -_fit(model, value)):
        if _fit(model, value) >= 0:
            with suppress(Mismatch):
                return cast("Any", model).from_dict(value)
    return None


def _fit(model: type[Model], value: dict[str, Any]) -> int:
    """How many keys of the object the model knows; -1 where it cannot be that model."""
    if any(key in value and value[key] != const for key, const in model._CONST.items()):  # pyright: ignore[reportPrivateUsage]
        return -1
    fields = model._FIELDS  # pyright: ignore[reportPrivateUsage]
    required = required_of(model)
    if any(key not in value for key in required):
        return -1
    known = sum(key in fields for key in value)
    return 2 * known + len(required) if known or not value else -1


_required: dict[type[Model], tuple[str, ...]] = {}


def required_of(model: type[Model]) -> tuple[str, ...]:
    """The wire names of the fields that have no default."""
    found = _required.get(model)
    if found is None:
        from attrs import NOTHING, fields

        needed = {a.name for a in fields(cast("Any", model)) if a.default is NOTHING}
        found = tuple(w for w, n in model._FIELDS.items() if n in needed)  # pyright: ignore[reportPrivateUsage]
        _required[model] = found
    return found


def _first(value: Any, takes: type[Any], others: list[Decoder]) -> Any:
    """The first container or alias that takes the value whole; the value itself where none does."""
    for decode in others:
        if isinstance(decode, _Container) and decode.takes is not takes:
            continue
        try:
            found = decode(value)
        except Mismatch:
            continue
        if found is not value:
            return found
    return value


def _scalar(value: Any, scalars: list[Any]) -> Any:
    if type(value) is str:
        for option, parse in ((datetime, parse_datetime), (date, parse_date)):
            if option in scalars:
                found = parse(value)
                if found is not value:
                    return found
    return value
