from __future__ import annotations

from typing import Any

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import objects
from ..values import Edit, Spec


def raw_body_wrapped(spec: Spec) -> Found:
    """Take a body out of the property `RAW_BODY`, in which ReadMe's editor keeps one that is no object.

    Its explorer sends the value of that property alone: the documented list, not an object that holds it.
    """
    for pointer, body in objects(spec, "request_body"):
        content = body.get("content")
        for media, each in content.items() if isinstance(content, dict) else ():
            schema = each.get("schema") if isinstance(each, dict) else None
            if isinstance(schema, dict) and _is_wrapper(schema):
                place = join(pointer, "content", media, "schema")
                yield Edit(place, schema["properties"]["RAW_BODY"], "The body is the value of `RAW_BODY`.")


def _is_wrapper(schema: dict[str, Any]) -> bool:
    properties = schema.get("properties")
    return isinstance(properties, dict) and list(properties) == ["RAW_BODY"] and "allOf" not in schema
