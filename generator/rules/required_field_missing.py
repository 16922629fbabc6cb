from __future__ import annotations

from typing import Any, Final

from ..rule import Found
from ..spec.grammar import OBJECTS, REFERABLE
from ..spec.openapi import join
from ..spec.walk import nodes
from ..values import REMOVED, Edit, Note, Spec

_DEFAULTS: Final[dict[tuple[str, str], Any]] = {
    ("document", "info"): {"title": "API", "version": "0"},
    ("info", "title"): "API",
    ("info", "version"): "0",
    ("license", "name"): "license",
    ("server", "url"): "/",
    ("server_variable", "default"): "",
    ("response", "description"): "",
    ("request_body", "content"): {},
    ("flow", "scopes"): {},
}
"""What says nothing and makes the object valid. An object without a field that is not here is no use."""

_NOTED: Final = ("parameter", "security_scheme")


def required_field_missing(spec: Spec) -> Found:
    """Fill in what every OpenAPI object must have; drop objects that mean nothing without it.

    Responses without a description are the commonest defect there is. A tag or a parameter without a
    name cannot be used by anyone; the parameter is noted as lost.
    """
    for kind, fields in OBJECTS.items():
        needed = [
            name for name, field in fields.items() if field.required and (kind, name) != ("operation", "responses")
        ]
        if not needed:
            continue
        for pointer, node in nodes(spec, kind):
            if not isinstance(node, dict) or (kind in REFERABLE and "$ref" in node):
                continue
            missing = [name for name in needed if name not in node]
            if not missing or (kind, missing) == ("document", ["openapi"]):
                continue
            yield from _filled(pointer, node, kind, missing)


def _filled(pointer: str, node: dict[str, Any], kind: str, missing: list[str]) -> Found:
    if kind == "parameter" and missing == ["in"]:
        return  # `parameter_location_unknown` can tell
    if all((kind, name) in _DEFAULTS for name in missing):
        for name in missing:
            value = _DEFAULTS[kind, name]
            if (kind, name) == ("server_variable", "default"):
                listed = node.get("enum")
                value = listed[0] if isinstance(listed, list) and listed else value
            yield Edit(join(pointer, name), value, f"Every {kind.replace('_', ' ')} has a `{name}`.")
        return
    lacks = " and no ".join(f"`{name}`" for name in missing)
    if kind in _NOTED:
        yield Note("normalise", "incomplete", pointer, f"A {kind.replace('_', ' ')} has no {lacks}; it was left out.")
    yield Edit(pointer, REMOVED, f"A {kind.replace('_', ' ')} without {lacks} means nothing.")
