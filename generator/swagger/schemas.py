"""Schemas of Swagger 2 as those of OpenAPI 3.0."""

from __future__ import annotations

from typing import Any, Final

from ..spec.openapi import SCHEMA_KEYS, SCHEMA_LISTS, SCHEMA_MAPS
from .words import KEYWORDS

FILE: Final = {"type": "string", "format": "binary"}
_BELOW: Final = frozenset((*SCHEMA_KEYS, *SCHEMA_LISTS))


def schema_of(node: Any) -> Any:
    """A schema and all below it; what is no schema stays for the rules.

    What 2.0 says of null is the extension `x-nullable`, and a discriminator is the name of a property alone.
    """
    if isinstance(node, list):
        return [schema_of(each) for each in node]
    if not isinstance(node, dict):
        return node
    new: dict[str, Any] = {}
    for key, value in node.items():
        if key in _BELOW:
            new[key] = schema_of(value)
        elif key in SCHEMA_MAPS and isinstance(value, dict):
            new[key] = {name: schema_of(each) for name, each in value.items()}
        elif key == "discriminator" and isinstance(value, str):
            new[key] = {"propertyName": value}
        elif key == "x-nullable":
            if isinstance(value, bool):
                new["nullable"] = node.get("nullable", value)
        elif key != "collectionFormat":
            new[key] = value
    return {**new, **FILE} if new.get("type") == "file" else new


def value_of(parameter: dict[str, Any]) -> dict[str, Any]:
    """The schema of what a parameter or header holds; a `schema` in it, by mistake, counts more. Empty for none."""
    top: dict[str, Any] = {name: parameter[name] for name in (*KEYWORDS, "x-nullable") if name in parameter}
    own = parameter.get("schema")
    found: dict[str, Any] = schema_of({**top, **own} if isinstance(own, dict) else top)
    return found


def is_list(schema: Any) -> bool:
    """Whether a schema is of lists, also in the lists of types that 2.0 does not have."""
    kind = schema.get("type") if isinstance(schema, dict) else None
    return kind == "array" or (isinstance(kind, list) and "array" in kind)
