"""The grammar of Swagger 2.0 as that of OpenAPI 3 with its own fields: enough to find every reference."""

from __future__ import annotations

from typing import Final

from ..spec.grammar import OBJECTS, Field

_OWN: Final = {
    "document": {
        "definitions": Field("schema", "map"), "parameters": Field("parameter", "map"), "responses": Field("response", "map"),
    },
    "parameter": {"items": Field("schema")},
    "header": {"items": Field("schema")},
    "response": {"schema": Field("schema")},
}  # fmt: skip

OBJECTS_2: Final = {kind: {**fields, **_OWN.get(kind, {})} for kind, fields in OBJECTS.items()}

SECTIONS_2: Final = {"schema": "/definitions", "parameter": "/parameters", "response": "/responses"}
"""Where a document defines each kind; headers and examples are written out wherever they are used."""
