from __future__ import annotations

from typing import Any, Final

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import objects
from ..values import REMOVED, Edit, Spec

_SHORT: Final = {
    "json": "application/json", "xml": "application/xml", "text": "text/plain", "html": "text/html",
    "form": "application/x-www-form-urlencoded", "multipart": "multipart/form-data", "pdf": "application/pdf",
    "binary": "application/octet-stream", "form-data": "multipart/form-data", "csv": "text/csv",
    "": "application/json", "any": "*/*", "*": "*/*",
}  # fmt: skip


def media_type_malformed(spec: Spec) -> Found:
    """Write media types as HTTP has them: lower case, a type and a subtype.

    `Application/JSON` is the same as `application/json` to a server and another thing to a tool that
    compares texts; `json` is nothing.
    """
    for kind in ("request_body", "response", "parameter", "header"):
        for pointer, node in objects(spec, kind):
            content = node.get("content")
            if isinstance(content, dict):
                yield from _rewritten(join(pointer, "content"), content)


def _rewritten(pointer: str, content: dict[str, Any]) -> Found:
    taken = set(content)
    for media, value in content.items():
        meant = _meant(media)
        if meant == media:
            continue
        old = join(pointer, media)
        if meant not in taken:
            taken.add(meant)
            yield Edit(join(pointer, meant), value, f"The media type is {meant}.", source=old)
        yield Edit(old, REMOVED, f"It is {meant}.")


def _meant(media: str) -> str:
    name, mark, rest = media.strip().partition(";")
    name = name.strip().lower()
    if "/" not in name:
        name = _SHORT.get(name, f"application/{name}")
    return name + mark + rest.rstrip()
