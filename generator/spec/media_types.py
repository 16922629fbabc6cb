"""What a media type is by its name alone."""

from __future__ import annotations

from typing import Final

EVENTS: Final = "text/event-stream"
_JSON_LINES: Final = frozenset((
    "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonl", "application/jsonlines",
    "application/x-jsonlines", "application/json-lines", "application/x-json-stream", "application/stream+json",
    "application/json-seq",
))  # fmt: skip


def bare(media: str) -> str:
    """The type without its parameters."""
    return media.split(";")[0].strip().lower()


def is_json_lines(media: str) -> bool:
    """Whether the content is JSON values in a row, each on a line of its own or behind a separator (RFC 7464)."""
    return bare(media) in _JSON_LINES or bare(media).endswith("+json-seq")


def is_sequential(media: str) -> bool:
    """Whether the content is a sequence of items that can be read one by one, as OpenAPI 3.2 calls it."""
    return bare(media) == EVENTS or is_json_lines(media)
