from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from ..rule import Found
from ..spec.instances import shown, types_of
from ..spec.openapi import join
from ..spec.patterns import ecma, matches
from ..spec.walk import nodes, objects, schemas_with
from ..values import REMOVED, Edit, Spec

_UUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z", re.IGNORECASE)
_V4: Final = "b24e16ff-06e3-43eb-8d33-4416c2d75876"
_PLACEHOLDERS: Final = ("", "string", "text", "null", "...")


def pattern_against_example(spec: Spec) -> Found:
    """Drop a pattern that the document's own examples, defaults or enums contradict.

    Such a pattern turns away what the API accepts. It goes wherever it stands: a copy of it is as wrong
    as the one with the example. A published pattern for ids admits UUIDs of version 4 only, where the
    ids in the examples are of others (`1f0bba44-923a-69b0-b519-62a6710d46a9`); for such a pattern every
    UUID in an example counts.
    """
    places = [
        (pointer, schema) for pointer, schema in schemas_with(spec, "pattern") if isinstance(schema.get("pattern"), str)
    ]
    if not places:
        return
    against: dict[str, str] = {}
    for schema, text in _given(spec, places):
        if text not in _PLACEHOLDERS and not matches(schema["pattern"], text):
            against.setdefault(schema["pattern"], text)
    open_ids = {each["pattern"] for _, each in places if _one_version(each["pattern"])} - against.keys()
    for text in _uuids(spec) if open_ids else ():
        for pattern in sorted(open_ids):
            if not matches(pattern, text.lower()):
                against.setdefault(pattern, text)
        open_ids -= against.keys()
    for pointer, schema in places:
        text = against.get(schema["pattern"], "")
        if text and "string" in (types_of(schema) or ["string"]):
            yield Edit(join(pointer, "pattern"), REMOVED, f"The document's own {shown(text)} does not match it.")


def _one_version(pattern: str) -> bool:
    """Whether a pattern admits UUIDs, but not those of every version."""
    others = (_V4.replace("-43eb", "-63eb"), _V4.replace("-8d33", "-cd33"))
    return (
        ecma(pattern) is not None
        and matches(pattern, _V4)
        and not matches(pattern, "no identifier")
        and not all(matches(pattern, each) for each in others)
    )


def _given(spec: Spec, places: list[tuple[str, dict[str, Any]]]) -> Iterator[tuple[dict[str, Any], str]]:
    """Each such schema with the texts that it, or the parameter whose schema it is, gives as valid."""
    for _, schema in places:
        listed = [schema.get("example"), schema.get("default"), schema.get("const")]
        for name in ("examples", "enum"):
            listed += schema[name] if isinstance(schema.get(name), list) else ()
        yield from ((schema, value) for value in listed if isinstance(value, str))
    for kind in ("parameter", "header"):
        for _, node in objects(spec, kind):
            inner, named = node.get("schema"), node.get("examples")
            if isinstance(inner, dict) and isinstance(inner.get("pattern"), str):
                listed = list(named.values()) if isinstance(named, dict) else []
                values = [
                    node.get("example"),
                    *(each.get("value") for each in listed if isinstance(each, dict)),
                ]
                yield from ((inner, value) for value in values if isinstance(value, str))


def _uuids(spec: Spec) -> Iterator[str]:
    """Every UUID among the examples, defaults and enums of the document."""
    stack: list[Any] = []
    for _, schema in nodes(spec, "schema"):
        if isinstance(schema, dict):
            stack += [schema[name] for name in ("default", "enum", "examples", "example") if name in schema]
    for kind in ("media_type", "parameter", "header"):
        stack += [node["example"] for _, node in objects(spec, kind) if "example" in node]
    stack += [node.get("value") for _, node in objects(spec, "example")]
    stack.reverse()
    while stack:
        value = stack.pop()
        if isinstance(value, str) and _UUID.match(value):
            yield value
        elif isinstance(value, dict):
            stack += list(value.values())
        elif isinstance(value, list):
            stack += value
