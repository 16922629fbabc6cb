"""Bodies and responses, reduced to what a client needs of them."""

from __future__ import annotations

import re
from typing import Any, Final

from ..spec.media_types import is_sequential
from ..spec.openapi import join
from ..values import Spec
from ._operations import each_operation
from ._parts import ref_name, shape_keys
from ._walk import Notes, Schema, components, note

_STATUS: Final = re.compile(r"[1-5](?:[0-9]{2}|XX)")
_ENCODING: Final = {"contentType": str, "style": str, "explode": bool, "allowReserved": bool}


def media_type(spec: Spec, notes: Notes) -> Spec:
    """Keep the schema and encoding of each media type; write status codes as `200`, `4XX` or `default`.

    One document writes `4xx` 434 times. Of a media type without schema the content is anything; the items
    of a stream (`itemSchema` in 3.2, an array before) are its schema. JSON of which only the XML, the
    YAML or the range `*/*` beside it has a schema is the same thing in other brackets.
    """

    schemas = components(spec)

    def lowered(pointer: str, path: str, operation: dict[str, Any]) -> dict[str, Any]:
        new = dict(operation)
        body = new.pop("requestBody", None)
        if isinstance(body, dict) and (content := _content(body.get("content"), schemas)):
            kept = {key: value for key, value in body.items() if key == "description" or key.startswith("x-")}
            new["requestBody"] = {**kept, "required": body.get("required") is True, "content": content}
        responses: dict[str, Any] = {}
        for status, response in operation["responses"].items():
            code = status if status == "default" else status.upper()
            if code != "default" and not _STATUS.fullmatch(code):
                note(notes, "status-malformed", join(pointer, "responses", status), "no status code; left out")
            elif code not in responses:
                text = response.get("description")
                responses[code] = {
                    "description": text if isinstance(text, str) else "",
                    "content": _content(response.get("content"), schemas),
                }
        return {**new, "responses": responses}

    return each_operation(spec, lowered)


def _items(schema: Any, schemas: dict[str, Schema]) -> Any:
    """The items of a sequence that is described as an array of them; else each item is what is described."""
    whole = schemas.get(ref_name(schema) or "", schema) if isinstance(schema, dict) else {}
    return whole.get("items", {}) if isinstance(whole, dict) and whole.get("type") == "array" else schema


def _content(content: Any, schemas: dict[str, Schema]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for media, value in content.items() if isinstance(content, dict) else ():
        value = value if isinstance(value, dict) else {}
        schema = value.get("schema", value.get("itemSchema"))
        if is_sequential(media):
            schema = value.get("itemSchema", _items(value.get("schema"), schemas))
        found[media] = {"schema": schema if isinstance(schema, dict) else {}}
        encoding = _encoding(value.get("encoding"))
        if encoding:
            found[media]["encoding"] = encoding
    told = [
        each["schema"] for media, each in sorted(found.items()) if _is_structured(media) and shape_keys(each["schema"])
    ]
    for media, each in found.items():
        if told and "json" in media and not shape_keys(each["schema"]) and not _says(content[media]):
            each["schema"] = told[0]
    return found


def _is_structured(media: str) -> bool:
    return any(word in media for word in ("json", "xml", "yaml", "*/*", "application/*"))


def _says(media: Any) -> bool:
    return isinstance(media, dict) and ("schema" in media or "itemSchema" in media)


def _encoding(encoding: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in encoding.items() if isinstance(encoding, dict) else ():
        known = {
            key: value[key]
            for key, kind in _ENCODING.items()
            if isinstance(value, dict) and isinstance(value.get(key), kind)
        }
        if known:
            found[name] = known
    return found
