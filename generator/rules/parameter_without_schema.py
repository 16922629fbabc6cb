from __future__ import annotations

from typing import Any

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import objects
from ..values import REMOVED, Edit, Spec


def parameter_without_schema(spec: Spec) -> Found:
    """Give each parameter and header exactly one of `schema` and `content`.

    One with neither is a text, which is what travels in a URL or a header. Of one with both the schema
    counts; of several media types the first.
    """
    for kind in ("parameter", "header"):
        for pointer, parameter in objects(spec, kind):
            content = parameter.get("content")
            if "schema" in parameter and "content" in parameter:
                if parameter["schema"] in ({}, None) and isinstance(content, dict) and content:
                    yield Edit(join(pointer, "schema"), REMOVED, "The content says more.")
                else:
                    yield Edit(join(pointer, "content"), REMOVED, "A parameter has a schema or a content, not both.")
            elif "content" in parameter:
                yield from _content(pointer, content)
            elif "schema" not in parameter:
                yield Edit(join(pointer, "schema"), {"type": "string"}, "It has no schema; on the wire it is a text.")


def _content(pointer: str, content: Any) -> Found:
    if not isinstance(content, dict) or not content:
        yield Edit(join(pointer, "content"), REMOVED, "It names no media type.")
    else:
        for media in list(content)[1:]:
            yield Edit(join(pointer, "content", media), REMOVED, "A parameter has one media type.")
