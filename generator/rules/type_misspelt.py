from __future__ import annotations

import re
from typing import Any, Final

from ..rule import Found
from ..spec.instances import TYPES, shown
from ..spec.openapi import components_of, join
from ..spec.walk import is_3_0, nodes
from ..values import REMOVED, Edit, Note, Spec

_WORDS: Final[tuple[tuple[str, dict[str, Any]], ...]] = (
    ("str text char varchar character enum strings sting stirng html markdown token id", {"type": "string"}),
    ("int short smallint tinyint integers interger intger uint", {"type": "integer"}),
    ("int32 uint32 int16", {"type": "integer", "format": "int32"}),
    ("long int64 bigint uint64", {"type": "integer", "format": "int64"}),
    ("float float32 single", {"type": "number", "format": "float"}),
    ("double float64", {"type": "number", "format": "double"}),
    ("decimal numeric num real numbers numer bignumber bigdecimal", {"type": "number"}),
    ("bool booleans boolen boolan bolean flag", {"type": "boolean"}),
    ("datetime date-time timestamp date_time instant", {"type": "string", "format": "date-time"}),
    ("file binary blob stream bytes buffer", {"type": "string", "format": "binary"}),
    ("url uri link", {"type": "string", "format": "uri"}),
    ("uuid guid", {"type": "string", "format": "uuid"}),
    ("map dict dictionary hash hashmap struct record objects obj jsonobject", {"type": "object"}),
    ("list set tuple arrays collection vector", {"type": "array"}),
    ("any mixed unknown anything undefined variant json jsonb", {}),
)
_FORMATS: Final = ("date", "time", "email", "password", "byte", "hostname", "ipv4", "ipv6")
_MEANT: Final = (
    {word: meant for words, meant in _WORDS for word in words.split()}
    | {word: {"type": "string", "format": word} for word in _FORMATS}
    | {"": {}, "*": {}}
)
_OF = re.compile(
    r"(?:array|list|set)\s*(?:<|\[|\(|\s+of\s+)\s*([\w-]+)\s*[>\])]?\Z|([\w-]+)\s*\[\s*\]\Z", re.IGNORECASE
)
_SCHEMA: Final = {"type", "$ref", "enum", "items", "properties", "allOf", "oneOf", "anyOf"}
"""What tells that a schema stands where its type belongs."""
_FORMATTED = re.compile(r"(\w+)\s*[(<\[]\s*\$?([\w-]+)\s*[)>\]]\Z")
"""A type with its format, as documentation shows it: `string($date-time)`, `integer(int64)`."""
_OR_NULL = re.compile(r"\?([\w-]+)\Z|([\w-]+)\?\Z")
"""A type whose values may be null, as PHP and C# write it."""
_NULL: Final = ("null", "none", "nil", "void")


def type_misspelt(spec: Spec) -> Found:
    """Write types as JSON Schema has them: `int` is `integer`, `"string,"` is `string`, `date` a format.

    JSON Schema knows seven types. Two documents with 122 operations were refused for one word. A word
    that names a component is a reference to it; a schema in place of the type is the schema. One that nobody
    knows goes, and is noted unless a reference stands beside it.
    """
    names = components_of(spec, "schemas")
    old = is_3_0(spec)
    for pointer, schema in nodes(spec, "schema"):
        if not isinstance(schema, dict) or "type" not in schema:
            continue
        named = schema["type"]
        if named in TYPES if isinstance(named, str) else isinstance(named, list) and _good(named):
            continue
        meant = _list_meant(named, names) if isinstance(named, list) else _meant(named, names)
        yield from _edits(pointer, schema, meant, old)


def _good(named: list[Any]) -> bool:
    strings = [name for name in named if isinstance(name, str)]
    return bool(named) and all(name in TYPES for name in strings) and len(strings) == len(named) == len(set(strings))


def _list_meant(named: list[Any], names: dict[str, Any]) -> dict[str, Any] | None:
    """A list of types, each put right; formats of the members are lost, their types are not."""
    found: dict[str, None] = {}
    for each in named:
        if isinstance(each, dict):
            each = each.get("type")
        meant = _meant("null" if each is None else each, names)
        listed = (meant or {}).get("type", [])
        found.update(dict.fromkeys([listed] if isinstance(listed, str) else listed))
    return {"type": list(found)} if found else {}


def _meant(named: Any, names: dict[str, Any]) -> dict[str, Any] | None:
    """The keywords that a word means, or None where nobody knows."""
    if named is None:
        return {}
    if isinstance(named, dict) and named.keys() & _SCHEMA:
        return named
    if not isinstance(named, str):
        return None
    word = re.sub(r"^[\s\"'`,;:.<]+|[\s\"'`,;:.>]+$", "", named).lower()
    if word in TYPES:
        return {"type": word}
    if word in _NULL:
        return {"type": "null"}
    if word in _MEANT:
        return _MEANT[word]
    if named.strip() in names:
        return {"$ref": "#" + join("/components/schemas", named.strip())}
    if found := _OR_NULL.match(named.strip()):
        listed = (_meant(found[1] or found[2], names) or {}).get("type")
        return {"type": [listed, "null"]} if isinstance(listed, str) else None
    if found := _OF.match(named.strip()):
        return {"type": "array", "items": _meant(found[1] or found[2], names) or {}}
    if len(parts := [part for part in re.split(r"\s*(?:\||,|/|\bor\b)\s*", word) if part]) > 1:
        listed = [
            each.get("type") for part in parts if (each := _meant(part, names)) and isinstance(each.get("type"), str)
        ]
        return {"type": list(dict.fromkeys(listed))} if len(listed) == len(parts) else None
    if found := _FORMATTED.match(named.strip()):
        typed = _meant(found[1], names)
        said = found[2][:1].isalpha() and typed and typed.get("type") in ("string", "integer", "number")
        return {"format": found[2], **(typed or {})} if said else typed
    if (bare := re.sub(r"[\d_-]+$", "", word)) != word and bare:
        return _meant(bare, names)
    return None


def _edits(pointer: str, schema: dict[str, Any], meant: dict[str, Any] | None, old: bool) -> Found:
    if meant is None and "$ref" not in schema:
        what = f"The type {shown(schema['type'])} is none of JSON Schema's; it was left out."
        yield Note("normalise", "type-unknown", join(pointer, "type"), what)
    meant = dict(meant or {})
    if old and meant.get("type") == "null":
        meant = {"nullable": True}
    why = f"JSON Schema's types are {', '.join(TYPES)}."
    if "type" not in meant:
        yield Edit(join(pointer, "type"), REMOVED, why)
    for name, value in meant.items():
        if name == "type" or name not in schema:
            yield Edit(join(pointer, name), value, why)
