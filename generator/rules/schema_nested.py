from __future__ import annotations

from typing import Final

from ..rule import Found
from ..spec.grammar import OBJECTS
from ..spec.walk import nodes
from ..values import Edit, Spec

_DOCS: Final = ("title", "description", "example", "examples", "deprecated", "required", "default", "nullable")


def schema_nested(spec: Spec) -> Found:
    """Take a schema out of the `schema` in which it stands where a schema belongs.

    Parameters and media types have a `schema`; properties and items are one, and hands write the word there too.
    """
    shapes = {"type", *OBJECTS["schema"]} - set(_DOCS)
    for pointer, schema in nodes(spec, "schema"):
        inner = schema.get("schema") if isinstance(schema, dict) else None
        while isinstance(inner, dict) and "schema" in inner and not shapes & inner.keys():
            inner = inner["schema"]
        if isinstance(inner, dict) and not shapes & schema.keys() and (shapes & inner.keys()):
            own = {key: value for key, value in schema.items() if key != "schema"}
            if isinstance(inner.get("required"), list) and not isinstance(own.get("required"), list):
                own.pop("required", None)  # of the two only the list says which properties of the inner are
            yield Edit(pointer, {**inner, **own}, "What stands here is the schema itself.")
