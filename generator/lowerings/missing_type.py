"""Schemas whose type is to be read from their other keywords, and keywords of another type."""

from __future__ import annotations

import re
from typing import Any, Final

from ._parts import OBJECT
from ._walk import Notes, PerSchema, Schema

NUMBER: Final = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
STRING: Final = ("pattern", "minLength", "maxLength", "contentEncoding", "contentMediaType")
FORMATS: Final = (
    dict.fromkeys(("int32", "int64", "int16", "int8", "uint8", "uint16", "uint32", "uint64"), "integer")
    | dict.fromkeys(("float", "double", "decimal"), "number")
    | dict.fromkeys((
        "date", "date-time", "time", "duration", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "uri",
        "uri-reference", "uri-template", "url", "iri", "iri-reference", "uuid", "guid", "regex", "json-pointer", "password",
        "byte", "binary", "base64", "base64url",
    ), "string")
)  # fmt: skip
"""What has one of these formats and no type; PostgREST's `format: jsonb` is anything."""
_TEXT: Final = re.compile(r"^text/|[/+](?:json|xml|yaml|x-yaml|javascript|graphql|x-ndjson|x-www-form-urlencoded)$|^$")
COMPOSED: Final = ("$ref", "allOf", "oneOf", "anyOf", "enum", "const")


def _missing_type(pointer: str, schema: Schema, notes: Notes) -> Schema:
    """Give a schema the type that its keywords imply and drop the keywords of other types.

    Objects without `type` occur at most vendors; `type: string` with `properties` is a pasted leftover.
    """
    new = dict(schema)
    if "type" not in new and not any(key in new for key in COMPOSED) and (kind := _implied(new)):
        new["type"] = kind
    kind = new.get("type")
    if kind == "string" and new.get("contentEncoding") == "binary" and "contentMediaType" not in new:
        new.setdefault("format", "binary")
    elif kind == "string" and _is_file(new.get("contentMediaType")):
        packed = str(new.get("contentEncoding") or "binary").lower() not in ("binary", "8bit", "7bit")
        new.setdefault("format", "byte" if packed else "binary")
    if kind is not None and kind != "object":
        for key in OBJECT:
            new.pop(key, None)
    if kind is not None and kind != "array":
        new.pop("items", None)
    if kind in ("array", "object", "boolean"):
        new.pop("format", None)
    return new if new != schema else schema


def _is_file(media: Any) -> bool:
    """Whether this content is bytes: 3.1 writes files as `contentMediaType: image/png` instead of `format: binary`."""
    return isinstance(media, str) and bool(media) and not _TEXT.search(media.partition(";")[0].strip().lower())


def _implied(schema: dict[str, Any]) -> str | None:
    if any(key in schema for key in ("properties", "additionalProperties", "minProperties", "maxProperties")):
        return "object"
    if any(key in schema for key in ("items", "minItems", "maxItems")) or schema.get("uniqueItems") is True:
        return "array"  # `uniqueItems: false`, which Java tools write beside every type, is true of anything
    if any(key in schema for key in NUMBER):
        return "number"
    if any(key in schema for key in STRING):
        return "string"
    return FORMATS.get(str(schema.get("format")).lower())


missing_type = PerSchema(_missing_type)
