"""Answers straight into typed values with msgspec, where the `[fast]` extra is installed.

msgspec reads bytes into Structs faster than any parser makes dicts, but knows no open enums, no unknown fields and
no wire names on attrs classes. So each model gets a shadow Struct, strict in all of that, whose values are then
copied over by compiled straight-line code: nothing is lost, for what the Struct refuses (an unknown field or enum
value, a number where a text should be) is read again by `from_dict`, which keeps it. It costs half of what
a parser and `from_dict` do, and no dict of the answer stays in memory.
"""

from __future__ import annotations

import sys
import types
import typing
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from enum import Enum
from importlib import import_module
from typing import Any, Final, cast

from .codec import Model, new, parse_date, parse_datetime
from .unset import UNSET, Unset

_msgspec: Any = None
with suppress(ImportError):
    _msgspec = import_module("msgspec")

MISSES: Final = 3
"""After so many refusals in a row the server is ahead of the documents, and trying is given up."""

_NONE: Final[Any] = type(None)
_LIST: Final[Any] = list
_PLAIN: Final[dict[Any, Any]] = {str: str, int: int, float: int | float, bool: bool, Any: Any}


class Unfit(Exception):
    """The type has values that a Struct cannot tell apart: a union, or an enum of numbers or of mixed types."""


class Shadow:
    """The Struct of a model, and the function that makes the model of it."""

    __slots__ = ("convert", "struct")

    def __init__(self, struct: Any, convert: Callable[[Any], Any]) -> None:
        self.struct = struct
        self.convert = convert


class Reader:
    """Reads the bytes of an answer; `read` gives None where the general decoder has to."""

    __slots__ = ("_convert", "_decode", "_misses", "_refusals")

    def __init__(self, msgspec: Any, model: type[Model], *, many: bool, envelope: str | None) -> None:
        shadow = _Shadows(msgspec).of(model)
        wanted: Any = _list(shadow.struct) if many else shadow.struct
        if envelope is not None:
            fields = [("value", wanted | None, None)]
            wanted = msgspec.defstruct("Answer", fields, rename={"value": envelope}, gc=False)
        names: dict[str, Any] = {"convert": shadow.convert}
        value = "answer.value" if envelope is not None else "answer"
        result = (
            f"{value} and [i and convert(i) for i in {value}]" if many else f"{value} and convert({value})"
        )
        self._convert = _function(f"def made(answer):\n    return {result}\n", names)
        self._decode: Callable[[bytes], Any] = msgspec.json.Decoder(wanted).decode
        self._refusals = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
        self._misses = 0

    def read(self, content: bytes) -> Any:
        """The result; None where the body is not exactly what the documents say."""
        if self._misses >= MISSES:
            return None
        try:
            answer = self._decode(content)
        except self._refusals:
            self._misses += 1
            return None
        self._misses = 0
        return self._convert(answer)


def reader(decode: Any, envelope: str | None, package: str) -> Reader | None:
    """The reader of a result (`Job` or `[Job]`); None without msgspec, and where only the general decoder will do."""
    if _msgspec is None or not isinstance(decode, str) or (envelope or "")[:1] == "/":
        return None
    name = decode.strip("[]")
    found = getattr(import_module(".models", package), name, None) if name.isidentifier() else None
    if not isinstance(found, type) or not issubclass(found, Model) or decode not in (name, f"[{name}]"):
        return None
    try:
        return Reader(_msgspec, found, many=decode != name, envelope=envelope)
    except (Unfit, TypeError, ValueError, NameError, RecursionError):
        return None


class _Shadows:
    """The Structs of the models of one result."""

    def __init__(self, msgspec: Any) -> None:
        self._msgspec = msgspec
        self._made: dict[type[Model], Shadow | None] = {}

    def of(self, model: type[Model]) -> Shadow:
        """The shadow of a model; raises Unfit for one that holds itself."""
        if model not in self._made:
            self._made[model] = None
            self._made[model] = self._make(model)
        made = self._made[model]
        if made is None:
            raise Unfit
        return made

    def _make(self, model: type[Model]) -> Shadow:
        wire = {name: key for key, name in model._FIELDS.items()}  # pyright: ignore[reportPrivateUsage]
        hints = _hints(model)
        names: dict[str, Any] = {
            "new": new,
            "cls": model,
            "parse_datetime": parse_datetime,
            "parse_date": parse_date,
        }
        fields: list[tuple[str, Any, Any]] = []
        lines = ["def made(s):", "    self = new(cls)"]
        texts: list[str] = []
        for name, key in wire.items():
            kind, expression = self._use(hints[name], f"s.{name}", names)
            fields.append((name, kind | None if kind is not Any else Any, UNSET))
            lines.append(f"    self.{name} = {expression}")
            if "parse_" in expression:
                texts.append(f"{key!r}: s.{name}")
        if texts:
            lines.append(f"    self._raw = {{{', '.join(texts)}}}")
        lines.append("    return self")
        struct = self._msgspec.defstruct(
            model.__name__, fields, rename=wire, forbid_unknown_fields=True, gc=False, kw_only=True
        )
        return Shadow(struct, _function("\n".join(lines), names))

    def _use(self, hint: Any, source: str, names: dict[str, Any], depth: int = 0) -> tuple[Any, str]:
        """What msgspec is told of a type, and the expression that takes its value over from `source`."""
        kind = _one(hint)
        if kind in _PLAIN:
            return _PLAIN[kind], source
        if kind in (datetime, date):
            return str, f"{'parse_datetime' if kind is datetime else 'parse_date'}({source})"
        origin, inside = typing.get_origin(kind), typing.get_args(kind)
        if origin is list:
            item, expression = self._use(inside[0], f"i{depth}", names, depth + 1)
            if expression == f"i{depth}":
                return _list(item), source
            return _list(item), f"{source} and [{expression} for i{depth} in {source}]"
        if origin is dict and inside == (str, Any):
            return dict[str, Any], source
        if isinstance(kind, type) and issubclass(kind, Enum) and issubclass(kind, (str, int)):
            return kind, source
        if isinstance(kind, type) and issubclass(kind, Model):
            shadow = self.of(kind)
            names[f"as_{kind.__name__}"] = shadow.convert
            return shadow.struct, f"{source} and as_{kind.__name__}({source})"
        raise Unfit


def _hints(model: type[Model]) -> dict[str, Any]:
    module = vars(sys.modules[model.__module__])
    return {name: eval(text, module) for name, text in model.__annotations__.items()}  # noqa: S307


def _list(item: Any) -> Any:
    """A list whose items may be null, as everything that servers list may be."""
    return _LIST[Any if item is Any else item | None]


def _one(hint: Any) -> Any:
    """The one type that is left of an annotation without null, unset, and the plain form of an open enum or constant."""
    options = list(typing.get_args(hint)) if isinstance(hint, types.UnionType) or _is_union(hint) else [hint]
    options = [option for option in options if option not in (_NONE, Unset)]
    if len(options) > 1:
        enums = [o for o in options if isinstance(o, type) and issubclass(o, Enum)]
        if len(options) == 2 and len(enums) == 1:
            return enums[0]
        options = [o for o in options if typing.get_origin(o) is not typing.Literal]
    if len(options) != 1:
        raise Unfit
    return options[0]


def _is_union(hint: Any) -> bool:
    return typing.get_origin(hint) is typing.Union


def _function(source: str, names: dict[str, Any]) -> Callable[[Any], Any]:
    """The function `made` of a source text, which consists of the attribute names of models and nothing else."""
    exec(source, names)  # noqa: S102
    return cast("Callable[[Any], Any]", names.pop("made"))
