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
    if not isinstance(found, Enum):
        return value
    own = kind(found.value)  # a member of an enum of numbers is a float, however the number was written
    return found if own is type(value) or (own is float and type(value) is int) else value


class _Union:
    """`union`: a decoder that picks the option which a value fits."""

    __slots__ = ("by_tag", "enums", "mapping", "models", "options", "others", "scalars", "tag")

    def __init__(self, options: tuple[Option, ...], tag: str, mapping: Mapping[str, Option]) -> None:
        self.options = options
        self.tag = tag
        self.mapping = mapping
        self.by_tag = {key: decoder_of(option) for key, option in mapping.items()}
        self.models: list[type[Model]] = [o for o in options if isinstance(o, type) and issubclass(o, Model)]
        self.enums = [members(o) for o in options if isinstance(o, type) and issubclass(o, Enum)]
        self.scalars: list[Any] = [o for o in options if isinstance(o, type) and not issubclass(o, (Model, Enum))]
        self.others = [o for o in options if not isinstance(o, type)]

    def __call__(self, value: Any) -> Any:
        if is_object(value):
            named = value.get(self.tag) if self.by_tag else None
            chosen = self.by_tag.get(named) if isinstance(named, str) else None
            return chosen(value) if chosen is not None else _object(value, self.models, self.others)
        if is_array(value):
            return _first(value, [o for o in self.others if _takes(o, list)])
        if value is None or value is UNSET:
            return value
        for table in self.enums:
            found = _lookup(table, value)
            if isinstance(found, Enum):
                return found
        return _scalar(value, self.scalars)


def union(*options: Option, tag: str = "", mapping: Mapping[str, Option] | None = None) -> Decoder:
    """A decoder for one of several things.

    With `tag`, the object's property of that name picks from `mapping`; values that the documents do not
    list fall back to the best fit. Without it, an object becomes the model that misses no required field,
    whose constants agree, and that knows most of its keys; an array or map becomes that whose items fit best.
    What fits nothing stays as it came.
    """
    return _Union(options, tag, mapping or {})


_stands_for: dict[Decoder, Decoder] = {}


def alias(decode: Decoder, what: Decoder) -> None:
    """Tell what the decoding function of an alias decodes, so that a union of aliases can look before it leaps."""
    _stands_for[decode] = what


def _object(value: dict[str, Any], models: list[type[Model]], others: list[Decoder]) -> Any:
    best: type[Model] | None = None
    best_score: float = -1
    for model in models:
        score = _fit(model, value)
        if score > best_score or (best is not None and score == best_score and _smaller(model, best)):
            best, best_score = model, score
    if best is None:
        return _first(value, [o for o in others if _takes(o, dict)])
    named = [o for o in others if not isinstance(o, _Container) and _suits(o, value) > best_score]
    if named and (found := _first(value, named)) is not value:
        return found
    try:
        return cast("Any", best).from_dict(value)
    except Mismatch:
        found = _next_best(value, [model for model in models if model is not best])
        if found is None:
            raise
        return found


def _smaller(model: type[Model], other: type[Model]) -> bool:
    """Whether a model has fewer fields that an object might lack, where it knows as many of its keys."""
    return len(model._FIELDS) < len(other._FIELDS)  # pyright: ignore[reportPrivateUsage]


def _next_best(value: dict[str, Any], models: list[type[Model]]) -> Any:
    """The object as the model that fits best of those that can read it: equal names may hold other shapes."""
    for model in sorted(models, key=lambda model: -_fit(model, value)):
        if _fit(model, value) >= 0:
            with suppress(Mismatch):
                return cast("Any", model).from_dict(value)
    return None


def _fit(model: type[Model], value: dict[str, Any]) -> float:
    """How many keys of the object the model knows; -1 where it cannot be that model, little where an enum is against it."""
    if any(key in value and value[key] != const for key, const in model._CONST.items()):  # pyright: ignore[reportPrivateUsage]
        return -1
    fields = model._FIELDS  # pyright: ignore[reportPrivateUsage]
    required = required_of(model)
    if any(key not in value for key in required):
        return -1
    known = sum(key in fields for key in value)
    if not known and value:
        return -1
    told = model._TOLD_BY.items()  # pyright: ignore[reportPrivateUsage]
    against = sum(value.get(key) not in (None, *values) for key, values in told)
    return (2 * known + len(required)) * _AGAINST**against


_AGAINST = 0.001
"""What a value that an enum does not know does to the fit: members without one come first, but enums grow."""

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


def _takes(decode: Decoder, json_type: type[Any]) -> bool:
    return not isinstance(decode, _Container) or decode.takes is json_type


def _first(value: Any, decoders: list[Decoder]) -> Any:
    """The container or alias that fits best and takes the value whole; the value itself where none does."""
    if len(decoders) > 1:
        decoders = sorted(decoders, key=lambda decode: -_suits(decode, value))
    for decode in decoders:
        with suppress(Mismatch):
            found = decode(value)
            if found is not value:
                return found
    return value


_DEEP = 3
_TAGGED = 1000


def _suits(option: Option, value: Any, depth: int = _DEEP) -> float:
    """How well a value would fit an option, without decoding it; -1 where it cannot be that.

    It looks at so many levels and no deeper: unions of unions would else try all ways through a deep value.
    """
    if isinstance(option, type):
        if issubclass(option, Model):
            return _fit(option, value) if is_object(value) else -1
        if issubclass(option, Enum):
            return int(isinstance(_lookup(members(option), value), Enum))
        return 0 if type(value) in _JSON.get(option, ()) else -1
    if isinstance(option, _Container):
        if kind(value) is not option.takes:
            return -1
        items: Any = value.values() if option.takes is dict else value
        return sum(_suits(option.option, item, depth - 1) for item in items if item is not None) if depth else 0
    what = _stands_for.get(option, option)
    if not isinstance(what, _Union) or not depth:
        return _suits(what, value, depth) if isinstance(what, _Container) else 0
    named = value.get(what.tag) if is_object(value) and what.mapping else None
    if isinstance(named, str) and named in what.mapping:
        return _TAGGED + _suits(what.mapping[named], value, depth - 1)
    return max((_suits(each, value, depth - 1) for each in what.options), default=-1)


_JSON: dict[Any, tuple[type[Any], ...]] = {
    str: (str,), int: (int,), float: (int, float), bool: (bool,), datetime: (str,), date: (str,),
    object: (str, int, float, bool, dict, list),
}  # fmt: skip


def _scalar(value: Any, scalars: list[Any]) -> Any:
    if type(value) is str:
        for option, parse in ((datetime, parse_datetime), (date, parse_date)):
            if option in scalars:
                found = parse(value)
                if found is not value:
                    return found
    return value
