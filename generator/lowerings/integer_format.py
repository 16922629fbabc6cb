"""Numbers whose format says that they are whole."""

from __future__ import annotations

import re
from typing import Final

from ._walk import Notes, PerSchema, Schema

_WHOLE: Final = re.compile(r"u?int(eger)?(8|16|32|64)?", re.IGNORECASE)


def _integer_format(pointer: str, schema: Schema, notes: Notes) -> Schema:
    """Make a `number` of format `int32` an integer, which is what OpenAPI's registry of formats says of it.

    Amadeus counts scores so, Impala pages: an argument that takes 7.5 has no valid use.
    """
    kind = schema.get("format")
    if schema.get("type") != "number" or not isinstance(kind, str) or not _WHOLE.fullmatch(kind):
        return schema
    return {**schema, "type": "integer"}


integer_format = PerSchema(_integer_format)
