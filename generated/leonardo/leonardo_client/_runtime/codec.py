"""Models and the conversion of values to and from the wire.

Generated `from_dict` methods are straight-line code that trusts the server as far as it can: nulls, unknown
enum values, unknown fields and scalars of another type are kept as they came. Only a container of the wrong
kind stops them (`Mismatch`), for which the client then names the path in the body.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from enum import Enum
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self, TypeVar, cast

from .shapes import is_array, is_mapping, is_object, is_sequence, is_set
from .unset import UNSET, Unset

E = TypeVar("E", bound=Enum)

kind: Final[Callable[[Any], Any]] = type
"""`type`, typed so that checkers do not narrow to a container of unknown items."""

array: Final[Any] = list
"""`list`, for the same reason."""

new: Final = object.__new__
"""Makes an instance without `__init__`, which the decoders then fill (a tenth faster)."""

PLAIN: Final = frozenset({str, int, float, bool, type(None)})


class Mismatch(Exception):
    """A container of the wrong kind: `container[key]` holds `found` where `expected` should be."""

    def __init__(self, expected: str, found: object, container: object = None, key: object = None) -> None:
        super().__init__(f"expected {expected}, found {describe(found)}")
        self.expected = expected
        self.found = found
        self.container = container
        self.key = key


class _Slot:
    """What type checkers are told of `_raw`: mypy forgets that attrs classes inherit the slots of their base."""

    def __get__(self, instance: object, owner: object = None) -> Mapping[str, Any]:
        raise NotImplementedError  # for type checkers alone: `_raw` is bound to it under TYPE_CHECKING

    def __set__(self, instance: object, value: Mapping[str, Any]) -> None:
        raise NotImplementedError  # for type checkers alone: `_raw` is bound to it under TYPE_CHECKING


class Model:
    """Base of the generated models: attrs classes with one field per documented property.

    `_raw` is the object as received, by reference, so that fields that the documents do not know survive
    at no cost; where it has none of them, and no times to write back as they came, it is not kept, which halves the
    memory of a decoded answer. `_FIELDS` maps wire names to attributes; `_CONST` holds the constants that tell the members of
    a union apart, `_TOLD_BY` the values of enums that do.
    """

    __slots__ = ("_extra", "_raw")
    _FIELDS: ClassVar[Mapping[str, str]] = {}
    _CONST: ClassVar[Mapping[str, object]] = {}
    _TOLD_BY: ClassVar[Mapping[str, Sequence[object]]] = {}
    _blank: ClassVar[Mapping[str, Any]] = {}
    _values: ClassVar[attrgetter[tuple[Any, ...]]]
    if TYPE_CHECKING:
        _raw = _Slot()  # pyright: ignore[reportGeneralTypeIssues]
        _extra: dict[str, Any]

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls._blank = dict.fromkeys(cls._FIELDS, UNSET)
        # Two more names: of one alone, `attrgetter` gives no tuple.
        cls._values = attrgetter(*cls._FIELDS.values(), "_FIELDS", "_FIELDS")

    @property
    def additional_properties(self) -> dict[str, Any]:
        """The fields that the documents do not name, by wire name; mutable, and sent by `to_dict`."""
        extra: dict[str, Any] | None = getattr(
            self, "_extra", None
        )  # an exception that is caught costs thrice as much
        if extra is None:
            raw: Mapping[str, Any] = getattr(self, "_raw", self._blank)
            fields, decode = self._FIELDS, self._unnamed
            extra = self._extra = {k: decode(raw[k]) for k in raw if k not in fields}
        return extra

    @classmethod
    def _unnamed(cls, value: Any) -> Any:
        """The value of such a field; a class whose document says what it holds has its own."""
        return value

    def _filled(self, data: Mapping[str, Any]) -> Mapping[str, Any]:
        """An object that has not exactly the known fields, with all of them; kept as `_raw` if it has others."""
        known = {**self._blank, **data}
        if len(known) > len(self._blank):
            self._raw = data
        return known

    @classmethod
    def _with_gaps(cls, data: Mapping[str, Any], error: KeyError) -> Self:
        """Decode an object that lacks known fields and has as many unknown ones."""
        if data.keys() >= cls._FIELDS.keys():
            raise error
        whole = {**cls._blank, **data}
        try:
            found = cls.from_dict(whole)
        except Mismatch as mismatch:
            if mismatch.container is whole:
                mismatch.container = data
            raise
        found._raw = data
        return found

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; the generated classes have their own."""
        raise NotImplementedError  # abstract: each generated class decodes its own properties

    def to_dict(self) -> dict[str, Any]:
        """The JSON object: wire names, unset fields left out, unknown fields kept, unchanged times as they came."""
        raw: Mapping[str, Any] | None = getattr(self, "_raw", None)
        extra: dict[str, Any] | None = (
            getattr(self, "_extra", None) if raw is None else self.additional_properties
        )
        out: dict[str, Any] = {}
        for key, value in (*extra.items(), *self._items()) if extra else self._items():
            if kind(value) in PLAIN:
                out[key] = value
            elif value is not UNSET:
                out[key] = to_wire(value, raw.get(key) if raw is not None else None)
        return out

    def _items(self) -> Iterable[tuple[str, Any]]:
        return zip(self._FIELDS, self._values(self), strict=False)

    def __repr__(self) -> str:
        parts: list[tuple[str, Any]] = [(name, getattr(self, name, UNSET)) for name in self._FIELDS.values()]
        parts.append(("additional_properties", self.additional_properties or UNSET))
        return f"{type(self).__name__}({', '.join(f'{n}={v!r}' for n, v in parts if v is not UNSET)})"

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, n) == getattr(other, n) for n in self._FIELDS.values())

    __hash__ = None  # type: ignore[assignment]  # mutable


class Members(dict[Any, Any]):
    """The members of an enum by value; a value that is none stands for itself."""

    __slots__ = ()

    def __missing__(self, value: Any) -> Any:
        return value


def members(enum: type[Enum]) -> Members:
    """The table by which decoders turn a value into its member; a subscript costs half of `get` with a default."""
    return Members({member.value: member for member in enum})


def absent(value: Any, container: object, key: object, expected: str = "an array") -> Any:
    """Null or unset where a container was expected pass; anything else is a `Mismatch`."""
    if value is None or value is UNSET:
        return value
    raise Mismatch(expected, value, container, key)


def objects(items: Any, read: Callable[[Any], Any], container: object, key: object) -> Any:
    """An array of objects; a loop, for a comprehension makes a function and cells, which costs as much as two items."""
    if kind(items) is not array:
        return absent(items, container, key)
    if not items:
        return items
    found: list[Any] = []
    for item in items:
        found.append(read(item) if kind(item) is dict else odd(item, items))
    return found


def odd(item: Any, container: object, expected: str = "an object") -> Any:
    """Null among the items of a container passes; anything else is a `Mismatch`."""
    if item is None:
        return None
    raise Mismatch(expected, item, container, _key_of(item, container))


def parse_datetime(value: Any) -> Any:
    """An RFC 3339 date-time as `datetime` (naive where it has no offset); what does not parse stays as it is."""
    if type(value) is str and len(value) > 10:
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            if value[-1] == "z":
                return parse_datetime(f"{value[:-1]}Z")
    return value


def parse_date(value: Any) -> Any:
    """A full-date as `date`; what does not parse stays as it is."""
    if type(value) is str and len(value) == 10:
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value


def member(table: Mapping[Any, E], value: Any) -> Any:
    """The member of an enum of mixed types, told apart by JSON type; unknown and unhashable values stay."""
    try:
        found = table.get(value, value)
    except TypeError:
        return value
    return found if found is value or type(getattr(found, "value", None)) is type(value) else value


def to_wire(value: Any, raw: Any = None) -> Any:
    """The value as JSON data; `raw` is what it was decoded from, whose texts stand while they mean the same."""
    if kind(value) in PLAIN:
        return value
    if kind(value) is array:
        return _array(value, raw)
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, Enum):
        return value.value
    if is_mapping(value):
        return _mapping(value, raw)
    if is_sequence(value):
        return _array(value, raw)
    if isinstance(value, (date, time)):
        return _moment(value, raw)
    return _rare(value)


def _array(value: Sequence[Any], raw: Any) -> list[Any]:
    if is_array(raw) and len(raw) == len(value):
        return [to_wire(v, r) for v, r in zip(value, raw, strict=True)]
    return [to_wire(v) for v in value if v is not UNSET]


def _mapping(value: Mapping[Any, Any], raw: Any) -> dict[str, Any]:
    known: Mapping[Any, Any] = raw if is_mapping(raw) else cast("Mapping[Any, Any]", {})
    return {str(to_wire(k)): to_wire(v, known.get(k)) for k, v in value.items() if v is not UNSET}


def _moment(value: date | time, raw: Any) -> str:
    if type(raw) is str:
        before = parse_datetime(raw) if isinstance(value, datetime) else parse_date(raw)
        if before == value and getattr(before, "tzinfo", None) == getattr(value, "tzinfo", None):
            return raw
    text = value.isoformat()
    if isinstance(value, datetime) and value.utcoffset() == timedelta(0):
        return text.removesuffix("+00:00") + "Z"
    return text


def _rare(value: Any) -> Any:
    if isinstance(value, (bytes, bytearray, memoryview)):
        from base64 import b64encode

        return b64encode(cast("bytes", value)).decode("ascii")
    if is_set(value):
        return [to_wire(v) for v in sorted(value, key=repr)]
    if isinstance(value, str | int | float):
        return value
    if type(value).__module__ in ("uuid", "decimal", "pathlib", "ipaddress"):
        return float(value) if type(value).__module__ == "decimal" else str(value)
    raise TypeError(f"it holds a value of type {type(value).__name__}: {value!r}; pass plain data or models")


def _key_of(item: object, container: Any) -> object:
    if is_object(container):
        return next((k for k, v in container.items() if v is item), None)
    return next((i for i, v in enumerate(container) if v is item), None)


def describe(value: object) -> str:
    """The JSON kind of a value, as messages say it."""
    if value is None:
        return "null"
    if isinstance(value, Unset):
        return "nothing"
    names = {"dict": "an object", "list": "an array", "str": "a string", "bool": "a boolean"}
    name = type(value).__name__
    return names.get(name, "a number" if isinstance(value, (int, float)) else f"a {name}")
