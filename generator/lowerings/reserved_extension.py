"""Extensions that this toolchain writes must not come from a document."""

from __future__ import annotations

from typing import Final

from ._walk import Notes, PerSchema, Schema

RESERVED: Final = frozenset({"x-alias", "x-name", "x-python-name", "x-content", "x-origin", "x-told-by", "x-null"})


def _reserved_extension(pointer: str, schema: Schema, notes: Notes) -> Schema:
    """Drop `x-python-name` and the like, whose values reach generated code.

    `x-nullable` of Swagger 2 times is kept where it says true: converters leave it in 3.0 documents.
    """
    bad = {key for key in schema if key in RESERVED or (key == "x-nullable" and not isinstance(schema[key], bool))}
    return {key: value for key, value in schema.items() if key not in bad} if bad else schema


reserved_extension = PerSchema(_reserved_extension)
