"""Media types: which of several a client sends or reads, and how."""

from __future__ import annotations

from typing import Any, Final

from ..spec.media_types import EVENTS, bare, is_json_lines

JSON: Final = frozenset(("application/json", "text/json", "application/x-json", "*/*", "application/*"))
TEXT: Final = frozenset((
    "application/xml", "application/yaml", "application/x-yaml", "application/graphql", "application/javascript",
    "application/sql", "application/toml", "application/jwt", "application/x-pem-file",
))  # fmt: skip
"""What is text although it does not begin with `text/`."""

_BODY_ORDER: Final = {"json": 0, "multipart": 1, "form": 2, "bytes": 3, "text": 5}
_RESULT_ORDER: Final = {"json": 0, "bytes": 3, "text": 4, "events": 5}


def is_json(media: str) -> bool:
    """Whether the content is one JSON value: several in a row are none."""
    return not is_json_lines(media) and (bare(media) in JSON or bare(media).endswith("+json"))


def _is_text(media: str) -> bool:
    known = bare(media) in TEXT or is_json_lines(media)
    return known or bare(media).startswith("text/") or bare(media).endswith(("+xml", "+yaml"))


def _is_scalar_text(media: str, use: dict[str, Any]) -> bool:
    """OData's `$count` is a number as `text/plain`, which JSON writes in the same way."""
    return bare(media) == "text/plain" and use.get("type") in ("integer", "number", "boolean")


def _is_file(use: dict[str, Any]) -> bool:
    """Springdoc says `*/*` and others `application/json` of what the schema calls a file."""
    return use.get("type") == "string" and use.get("format") == "binary"


def body_kind(media: str, use: dict[str, Any]) -> str:
    """How a body of this media type is written: json, form, multipart, text or bytes.

    Parts that the schema calls one text (OData's `$batch`), or a list that gives them no names, the caller writes.
    """
    if bare(media) == "application/x-www-form-urlencoded":
        return "form"
    if bare(media).startswith("multipart/"):
        if use.get("type") == "array":
            return "bytes"
        whole = use.get("type") == "string" and bare(media) != "multipart/form-data"
        return "multipart" if not whole else "bytes" if _is_file(use) else "text"
    if is_json(media) or _is_scalar_text(media, use):
        return "bytes" if _is_file(use) else "json"
    return "text" if _is_text(media) else "bytes"


def body_rank(media: str, use: dict[str, Any]) -> tuple[int, bool, bool, str]:
    """Orders the media types of a body: the first is what a client sends, one with a schema before one without.

    Of several kinds of JSON the plain one: `application/geo+json` is for those who ask for it.
    """
    return (4 if "*" in media else _BODY_ORDER[body_kind(media, use)], not use, not _is_plain(media), media)


def _is_plain(media: str) -> bool:
    return bare(media) == "application/json"


def sent_as(media: str, kind: str) -> str:
    """The Content-Type of a body whose media type may be a range."""
    if "*" not in media:
        return media
    return {"json": "application/json", "text": "text/plain"}.get(kind, "application/octet-stream")


def result_kind(media: str, use: dict[str, Any]) -> str:
    """How an answer of this media type is read: json, events, text or bytes.

    JSON in lines is a stream where the spec says what a line is, else the text that it is.
    """
    if bare(media) == EVENTS or (is_json_lines(media) and use.get("type") != "string" and bool(use)):
        return "events"
    if is_json(media) or _is_scalar_text(media, use):
        return "bytes" if _is_file(use) else "json"
    return "text" if _is_text(media) else "bytes"


def result_rank(media: str, use: dict[str, Any]) -> tuple[int, bool, bool, str]:
    """Orders the media types of an answer: the first is what a client asks for, one with a schema before others.

    Zuora gives its examples to `application/json` and its schemas to `application/json; charset=utf-8`.
    """
    kind = result_kind(media, use)
    rank = 1 if "*" in media else _RESULT_ORDER[kind]
    return (rank, not use, not _is_plain(media), "" if bare(media) == EVENTS else media)
