"""Log lines under the client's one logger, with every key taken out."""

from __future__ import annotations

import logging
from collections.abc import Iterable

HIDDEN = "***"


def redact(text: str, secrets: Iterable[str]) -> str:
    """The text without the secrets, plain or as they stand in a URL."""
    for secret in secrets:
        if secret in text:
            text = text.replace(secret, HIDDEN)
        if not secret.isalnum():
            from urllib.parse import quote

            text = text.replace(quote(secret, safe=""), HIDDEN)
    return text


def logger(name: str, level: str | None) -> logging.Logger:
    """The client's logger; `level` (from the environment) also makes it print to standard error."""
    found = logging.getLogger(name)
    if level:
        number = logging.getLevelNamesMapping().get(level.strip().upper())
        if number is not None:
            found.setLevel(number)
            if not found.hasHandlers():  # else the application prints them already, and would twice
                handler = logging.StreamHandler()
                handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
                found.addHandler(handler)
    return found


class _Redacting(logging.Filter):
    """Takes keys out of another library's lines: the transport logs whole URLs, and some keys stand in them."""

    def __init__(self) -> None:
        super().__init__()
        self.secrets: dict[str, None] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        clean = redact(text, self.secrets)
        if clean != text:
            record.msg, record.args = clean, None
        return True


_redacting = _Redacting()


def shield(secrets: Iterable[str]) -> None:
    """Keep these secrets out of the transport's own log lines, too."""
    known = _redacting.secrets
    known.update(dict.fromkeys(secrets))
    while len(known) > 256:
        del known[next(iter(known))]
    for name in ("httpx2", "httpx", "httpcore2.http11", "httpcore2.http2", "httpcore2.connection"):
        found = logging.getLogger(name)
        if _redacting not in found.filters:
            found.addFilter(_redacting)
