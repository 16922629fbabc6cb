"""The vocabulary that lowerings share: which keywords document, which describe a use, which shape a value."""

from __future__ import annotations

from typing import Any, Final

from ..spec.openapi import unescape

DOCS: Final = frozenset({"title", "description", "example", "examples", "externalDocs", "xml", "$comment"})
"""Keywords that say something to a reader and nothing about a value."""

OF_USE: Final = frozenset({"x-nullable", "default", "deprecated", "readOnly", "writeOnly"})
"""Keywords that belong to the place where a type is used, wherever the document happens to say them."""

LIMITS: Final = frozenset({
    "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
    "multipleOf", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
    "contentEncoding", "contentMediaType",
})  # fmt: skip
"""Keywords that narrow a value without changing its Python type."""

OBJECT: Final = frozenset({"properties", "required", "additionalProperties"})
TYPES: Final = ("string", "integer", "number", "boolean", "array", "object")
PREFIX: Final = "#/components/schemas/"


def is_shape(key: str) -> bool:
    """Whether a keyword decides what Python type a value has."""
    return key not in DOCS and key not in OF_USE and key not in LIMITS and not key.startswith("x-")


def shape_keys(schema: dict[str, Any]) -> set[str]:
    """The keywords of a schema that decide what Python type a value has."""
    return {key for key in schema if is_shape(key)}


def ref_name(node: Any) -> str | None:
    """The component that a `$ref` names; None for anything else."""
    ref = node.get("$ref") if isinstance(node, dict) else None
    if isinstance(ref, str) and ref.startswith(PREFIX) and "/" not in ref[len(PREFIX) :]:
        return unescape(ref[len(PREFIX) :])
    return None


def is_null(schema: Any) -> bool:
    """Whether only null is valid; lowered children say it as `const: null`."""
    return isinstance(schema, dict) and "const" in schema and schema["const"] is None


def scalar_type(value: Any) -> str | None:
    """The JSON Schema type of a scalar; None for null, lists and maps."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, float):
        return "number"
    return "string" if isinstance(value, str) else None
