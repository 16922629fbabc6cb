"""What differs between two views of a schema, before it is known where they stand and which way they go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from attrs import frozen

from .catalogue import LOWER, UPPER
from .side import Side
from .view import At, View, key

ABSENT: Final = None
"""The old value of something added and the new value of something removed."""


@frozen
class Fact:
    """One difference. `what` is a row of the table; `name` the property, value or member it is about.

    `family` says how the id is found: "schema" for the rows of the table, "property" for properties that
    come, go or change their standing in the object, "type" for types, which depend on the direction.
    """

    what: str
    old: Any
    new: Any
    old_pointer: str
    new_pointer: str
    name: str = ""
    family: str = "schema"
    required: bool = False
    default: bool = False
    silent: frozenset[str] = frozenset()


def scalar_facts(old: View, new: View) -> Iterator[Fact]:
    """The differences of what the two schemas say themselves, children aside."""
    yield from _types(old, new)
    if old.nullable != new.nullable and not old.is_any and not new.is_any:
        what = "became-nullable" if new.nullable else "became-not-nullable"
        yield _fact(what, old, new, old.nullable, new.nullable)
    yield from _enums(old, new)
    yield from _bounds(old, new)
    yield from _keywords(old, new)
    yield from _objects(old, new)
    yield from _lifecycle(old, new)


def _fact(what: str, old: View, new: View, before: Any, after: Any, name: str = "", family: str = "schema") -> Fact:
    return Fact(what, before, after, old.pointer, new.pointer, name, family)


def _types(old: View, new: View) -> Iterator[Fact]:
    composed = (old.unions and new.unions) or (old.all_of and new.all_of)
    if composed and not (old.types and new.types):
        return
    before, after = _type_and_format(old, new), _type_and_format(new, old)
    if before != after:
        yield _fact("type", old, new, before, after, family="type")


def _type_and_format(view: View, other: View) -> tuple[tuple[str, ...], str | None]:
    """The types, implied ones too, and the format; what 3.1 says by encoding is a format to a 3.0 document."""
    types = view.types
    fmt = view.keys.get("format")
    if not types and (view.properties or view.required):
        types = ("object",)
    elif not types and ("items" in view.single or view.prefix):
        types = ("array",)
    elif not types and (view.enum or "const" in view.keys):
        types = tuple(sorted({json_type(value) for value in (view.enum or {"": view.keys.get("const")}).values()}))
    elif not types and view.unions:
        types = ("union",)
    if "number" in types and "integer" in types:
        types = tuple(name for name in types if name != "integer")
    theirs = other.keys.get("format")
    if fmt is None and theirs == "byte" and view.keys.get("contentEncoding") == "base64":
        fmt = "byte"
    elif fmt is None and theirs == "binary" and view.keys.get("contentMediaType") == "application/octet-stream":
        fmt = "binary"
    return types, fmt


def json_type(value: Any) -> str:
    """The JSON Schema type of a value."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int) or (isinstance(value, float) and value.is_integer()):
        return "integer"
    kinds: tuple[tuple[type, str], ...] = (
        (float, "number"),
        (str, "string"),
        (list, "array"),
        (dict, "object"),
    )
    return next((name for kind, name in kinds if isinstance(value, kind)), "null")


def _values(view: View) -> dict[str, Any] | None:
    if view.enum is not None:
        return view.enum
    return {key(view.keys["const"]): view.keys["const"]} if "const" in view.keys else None


def _enums(old: View, new: View) -> Iterator[Fact]:
    if old.enum is None and new.enum is None:
        yield from _added_removed_changed("const", "const", old, new)
        return
    before, after = _values(old), _values(new)
    if before is None and after is not None:
        yield _fact("became-enum", old, new, ABSENT, list(after.values()))
    elif before is not None and after is None:
        yield _fact("became-not-enum", old, new, list(before.values()), ABSENT)
    elif before is not None and after is not None:
        for name in before:
            if name not in after:
                yield _fact("enum-value-removed", old, new, before[name], ABSENT, _shown(before[name]))
        for name in after:
            if name not in before:
                yield _fact("enum-value-added", old, new, ABSENT, after[name], _shown(after[name]))


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else key(value)


def _added_removed_changed(keyword: str, name: str, old: View, new: View) -> Iterator[Fact]:
    before, after = old.keys.get(keyword, ...), new.keys.get(keyword, ...)
    if before is ... and after is ...:
        return
    if before is ...:
        yield _fact(f"{name}-added", old, new, ABSENT, after)
    elif after is ...:
        yield _fact(f"{name}-removed", old, new, before, ABSENT)
    elif key(before) != key(after):
        yield _fact(f"{name}-changed", old, new, before, after)


def _bounds(old: View, new: View) -> Iterator[Fact]:
    for name in (*UPPER, *LOWER):
        before, after = old.bounds.get(name), new.bounds.get(name)
        if name in ("max-contains", "min-contains") and ("contains" in old.single) != ("contains" in new.single):
            continue
        if name in ("min-length", "min-properties"):
            before, after = before or 0, after or 0
        if before == after:
            continue
        if before is None:
            what = "set"
        elif after is None:
            what = "increased" if name == "max-length" and "max-length" in new.bounds else "unset"
        else:
            what = "increased" if after > before else "decreased"
        yield _fact(f"{name}-{what}", old, new, before, after)


def _keywords(old: View, new: View) -> Iterator[Fact]:
    yield from _added_removed_changed("default", "default-value", old, new)
    yield from _pattern(old, new)
    yield from _added_removed_changed("multipleOf", "multiple-of", old, new)
    unique = old.keys.get("uniqueItems"), new.keys.get("uniqueItems")
    if unique[0] != unique[1]:
        yield _fact("unique-items-added" if unique[1] else "unique-items-removed", old, new, *unique)
    if old.keys.get("$ref") != new.keys.get("$ref"):
        yield _fact("reference-changed", old, new, old.keys.get("$ref"), new.keys.get("$ref"))
    for keyword, name in (
        ("contentMediaType", "content-media-type"),
        ("contentEncoding", "content-encoding"),
    ):
        before, after = old.keys.get(keyword), new.keys.get(keyword)
        if before != after and not _as_format(old, new):
            yield _fact(f"{name}-changed", old, new, before, after)
    if key(old.keys.get("xml", {})) != key(new.keys.get("xml", {})):
        yield _fact("xml-changed", old, new, old.keys.get("xml"), new.keys.get("xml"))
    yield from _extensible(old, new)


def _as_format(old: View, new: View) -> bool:
    """3.0 says `format: byte` where 3.1 says `contentEncoding: base64`; the same strings go over the wire."""
    formats = old.keys.get("format"), new.keys.get("format")
    return formats[0] != formats[1] and bool({"byte", "binary"} & {*formats}) and None in formats


def _pattern(old: View, new: View) -> Iterator[Fact]:
    for fact in _added_removed_changed("pattern", "pattern", old, new):
        if fact.what == "pattern-changed" and fact.new in (".*", "^.*$", "[\\s\\S]*"):
            fact = _fact("pattern-generalized", old, new, fact.old, fact.new)
        yield fact


def _extensible(old: View, new: View) -> Iterator[Fact]:
    before, after = old.keys.get("x-extensible-enum"), new.keys.get("x-extensible-enum")
    if not isinstance(before, list) or not isinstance(after, list):
        return
    had, has = {key(value): value for value in before}, {key(value): value for value in after}
    for name, value in had.items():
        if name not in has:
            yield _fact("x-extensible-enum-value-removed", old, new, value, ABSENT, _shown(value))
    for name, value in has.items():
        if name not in had:
            yield _fact("x-extensible-enum-value-added", old, new, ABSENT, value, _shown(value))


def _objects(old: View, new: View) -> Iterator[Fact]:
    closed_old, closed_new = _closed(old), _closed(new)
    if closed_old != closed_new:
        what = "forbidden" if closed_new else "allowed"
        yield _fact(f"additional-properties-{what}", old, new, not closed_old, not closed_new)
    before, after = _dependents(old), _dependents(new)
    for name in [*before, *(name for name in after if name not in before)]:
        if before.get(name) == after.get(name):
            continue
        what = "added" if name not in before else "removed" if name not in after else "changed"
        yield _fact(f"dependent-required-{what}", old, new, before.get(name), after.get(name), name)
    yield from _discriminator(old, new)


def _closed(view: View) -> bool:
    return "additionalProperties" in view.single and view.single["additionalProperties"][0] is False


def _dependents(view: View) -> dict[str, list[str]]:
    value = view.keys.get("dependentRequired")
    if not isinstance(value, dict):
        return {}
    return {str(name): sorted(map(str, names)) for name, names in value.items() if isinstance(names, list)}


def _discriminator(old: View, new: View) -> Iterator[Fact]:
    before, after = old.keys.get("discriminator"), new.keys.get("discriminator")
    if before is None and after is None:
        return
    if before is None:
        yield _fact("discriminator-added", old, new, ABSENT, after)
    elif after is None:
        yield _fact("discriminator-removed", old, new, before, ABSENT)
    else:
        if before.get("propertyName") != after.get("propertyName"):
            names = before.get("propertyName"), after.get("propertyName")
            yield _fact("discriminator-property-name-changed", old, new, *names)
        had, has = _mapping(before), _mapping(after)
        for name in had:
            if name not in has:
                yield _fact("discriminator-mapping-deleted", old, new, had[name], ABSENT, name)
        for name in has:
            if name not in had:
                yield _fact("discriminator-mapping-added", old, new, ABSENT, has[name], name)


def _mapping(discriminator: dict[str, Any]) -> dict[str, Any]:
    mapping = discriminator.get("mapping")
    return {str(name): value for name, value in mapping.items()} if isinstance(mapping, dict) else {}


def mapping_pairs(old: View, new: View) -> Iterator[tuple[str, str, str]]:
    """The discriminator values that both have: (value, old target, new target) where the words differ."""
    before, after = old.keys.get("discriminator"), new.keys.get("discriminator")
    if isinstance(before, dict) and isinstance(after, dict):
        had, has = _mapping(before), _mapping(after)
        for name, target in had.items():
            other = has.get(name)
            if isinstance(target, str) and isinstance(other, str) and target != other:
                yield name, target, other


def mapping_facts(old: View, new: View, sides: tuple[Side, Side], same: Iterable[tuple[int, int]]) -> Iterator[Fact]:
    """Discriminator values that lead elsewhere; a renamed component is not elsewhere.

    `same` holds the pairs of members that the union's matching put together.
    """
    together = set(same)
    for name, before, after in mapping_pairs(old, new):
        ends = [_mapped(side, target) for side, target in zip(sides, (before, after), strict=True)]
        if ends[0] is None or ends[1] is None:
            continue
        if (id(ends[0]), id(ends[1])) not in together:
            yield _fact("discriminator-mapping-changed", old, new, before, after, name)


def _mapped(side: Side, target: str) -> View | None:
    at: At | None = side.target(target if "/" in target else "#/components/schemas/" + target)
    return side.view(at) if at is not None else None


def _lifecycle(old: View, new: View) -> Iterator[Fact]:
    before, after = old.keys.get("deprecated", False), new.keys.get("deprecated", False)
    sunset = (old.keys.get("x-sunset"), new.keys.get("x-sunset"))
    if before != after or (before and after and sunset[0] != sunset[1]):
        yield _fact("lifecycle", old, new, (before, sunset[0]), (after, sunset[1]), family="lifecycle")
    stability = old.keys.get("x-stability-level"), new.keys.get("x-stability-level")
    if stability[0] != stability[1]:
        yield _fact("stability", old, new, *stability, family="stability")
