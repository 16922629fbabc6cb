"""Python names of properties and parameters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from ..naming.identifiers import python_name
from ..naming.words import digest, signs, snake
from ..values import Spec
from ._operations import each_operation
from ._walk import Notes, components, with_components

MEMBERS: Final = frozenset(
    {"from_dict", "to_dict", "additional_properties", "self", "cls", "classmethod", "property", "builtins"}
)
"""What a generated model defines or needs in its class body."""
ARGUMENTS: Final = frozenset({"self", "cls"})

_SIGNS: Final = {"_": "underscore", "$": "dollar", "@": "at", "#": "hash"}
"""What a sign in front is called, where without it the name is another's."""


def python_names(spec: Spec, notes: Notes) -> Spec:
    """Give each property and parameter its snake_case name: `imageURL` is image_url, `__typename` typename.

    Of names that fall together the one that is already snake_case keeps it, or the only one that begins with a
    letter: FHIR has a `_birthDate` beside each `birthDate`, which becomes underscore_birth_date. The others are
    marked with a digest of the wire name. A parameter that shares its name with a path variable is marked by its
    place.
    """
    schemas = {name: _with_names(schema) for name, schema in components(spec).items()}

    def lowered(pointer: str, path: str, operation: dict[str, Any]) -> dict[str, Any]:
        return {**operation, "parameters": _parameters(operation["parameters"])}

    return each_operation(with_components(spec, schemas), lowered)


def _with_names(schema: dict[str, Any]) -> dict[str, Any]:
    if not schema.get("properties"):
        return schema
    names = attribute_names(list(schema["properties"]), MEMBERS)
    named = {wire: {**use, "x-python-name": names[wire]} for wire, use in schema["properties"].items()}
    return {**schema, "properties": named}


def attribute_names(wires: list[str], reserved: frozenset[str]) -> dict[str, str]:
    """A distinct Python name for each wire name, which depends on the names alone and not on their order."""
    wanted = {wire: _wanted(wire, reserved) for wire in wires}
    counts = Counter(wanted.values())
    spelled = {wire: python_name(f"{_SIGNS[wire[0]]} {name}", reserved) if wire[:1] in _SIGNS else name
               for wire, name in wanted.items() if counts[name] > 1}  # fmt: skip
    again = Counter([*spelled.values(), *(name for name in wanted.values() if counts[name] == 1)])
    for wire, name in spelled.items():
        if name != wire:
            wanted[wire] = name if again[name] == 1 else python_name(f"{wanted[wire]} {digest(wire)}", reserved)
    return wanted


def _wanted(wire: str, reserved: frozenset[str]) -> str:
    text = wire if snake(wire) and wire[0] not in "+-" else signs(wire) or wire
    return python_name(text, reserved)


def _parameters(parameters: list[dict[str, Any]]) -> list[dict[str, Any]]:
    wanted = [_wanted(node["name"], ARGUMENTS) for node in parameters]
    places: Mapping[str, set[str]] = {name: set() for name in wanted}
    for node, name in zip(parameters, wanted, strict=True):
        places[name].add(node["in"])
    first = [
        name if node["in"] == "path" or places[name] == {node["in"]} else python_name(f"{name}_{node['in']}", ARGUMENTS)
        for node, name in zip(parameters, wanted, strict=True)
    ]
    counts = Counter(first)
    return [
        {**node, "x-python-name": name if counts[name] == 1 else _apart(node, name, counts)}
        for node, name in zip(parameters, first, strict=True)
    ]


def _apart(node: dict[str, Any], name: str, counts: Counter[str]) -> str:
    """The name of a parameter whose plain name is another's too: the one that is called so on the wire keeps it."""
    wire = node["name"]
    if name == wire:
        return name
    spelled = python_name(f"{_SIGNS[wire[0]]} {name}", ARGUMENTS) if wire[:1] in _SIGNS else ""
    if spelled and not counts[spelled]:
        return spelled
    return python_name(f"{name} {digest(node['in'] + ' ' + wire)}", ARGUMENTS)
