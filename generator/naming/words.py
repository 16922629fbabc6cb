"""Names of classes, attributes and files from names that a vendor chose.

Pure functions of one text: a name never depends on what else a document holds.
"""

from __future__ import annotations

import hashlib
import keyword
import re
import unicodedata
from typing import Final

LONGEST: Final = 80
"""Letters in a name; file systems stop at 255 bytes and one document has a title of 400."""

_CAMEL: Final = re.compile(
    r"IPv[46]|OAuth[0-9]?|iOS|macOS|GraphQL|GitHub|GitLab|[A-Z]{2,}s(?![a-z])|[A-Z]+(?![a-z])[0-9]*"
    r"|[A-Z]?[^A-Z_\W0-9]+(?:[0-9]+[a-z]*)*|[0-9]+[A-Z]?(?![a-z])|[0-9]+|[^\W_]+"
)
"""A few brand spellings, plurals of acronyms (`IDs`), acronyms, words with their digits, digits (`2D`), the rest."""

_SIGNS: Final = {"+": "plus", "-": "minus", "<": "lt", ">": "gt", "=": "eq", "!": "not", "*": "star", "%": "percent",
                 "&": "and", "/": "slash", "$": "dollar", "@": "at", "#": "hash", ".": "dot", "~": "tilde"}  # fmt: skip


_SIGN: Final = re.compile(r"[^0-9A-Za-z']")
_SEPARATOR: Final = re.compile(r"[^0-9a-z\x80-\U0010ffff]+")


def digest(text: str, length: int = 6) -> str:
    """A short stable mark of a text; lone surrogates count as themselves."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def plain(text: str) -> str:
    """The text with accents taken off and everything that cannot stand in an identifier made a blank."""
    if text.isascii():
        return _SIGN.sub(" ", text)
    parts = []
    for char in unicodedata.normalize("NFKD", text):
        if unicodedata.combining(char):
            continue
        parts.append(char if char.isascii() and char.isalnum() else _other(char))
    return "".join(parts)


def folded(name: str) -> str:
    """A name without case and separators, for telling whether two are one to a person: `user_id`, `userId`, `User-ID`.

    Letters of every script count; a name of signs alone stands for itself, or all of those would be one.
    """
    return _SEPARATOR.sub("", name.lower()) or name


def _other(char: str) -> str:
    usable = not char.isascii() and char.isalnum() and ("a" + char).isidentifier()
    return char if usable and unicodedata.normalize("NFKC", char) == char else "'" if char in "'’" else " "


def words(text: str) -> list[str]:
    """The words of a name: `akUUID` is ak, UUID; `motionMP4URL` is motion, MP4, URL."""
    found: list[str] = []
    for part in plain(text).replace("'", "").split():
        found.extend(_CAMEL.findall(part))
    return found


def snake(text: str) -> str:
    """`imageURL` -> image_url, `modelId2` -> model_id2, `__typename` -> typename; empty where nothing is left."""
    return "_".join(word.lower() for word in words(text))


def pascal(text: str) -> str:
    """`sd_versions` -> SdVersions, `VARIATION_TYPE` -> VariationType, `HTTPStatus` stays; empty where nothing is left."""
    blank = plain(text).replace("'", "")
    shouted = blank.upper() == blank and len(blank.split()) + (len(blank) > 4) > 1
    found = blank.split() if not shouted else [part.capitalize() for part in blank.split()]
    return "".join(part[:1].upper() + part[1:] for part in found)


def signs(text: str) -> str:
    """The words for a text of signs: `+1` -> plus_1, `>=` -> gt_eq."""
    return "_".join(
        filter(None, (_SIGNS.get(char, char if char.isascii() and char.isalnum() else "") for char in text))
    )


def short(name: str, origin: str) -> str:
    """A name within the limit; a long one is cut and marked with the digest of its origin."""
    return name if len(name.encode()) <= LONGEST else _cut(name, LONGEST - 7) + "_" + digest(origin)


def _cut(name: str, size: int) -> str:
    return name.encode()[:size].decode("utf-8", "ignore").rstrip("_")


def class_name(text: str) -> str:
    """A class name for any text; what is no identifier gets `Schema` before it."""
    name = pascal(text)
    if not name:
        name = "Schema" + digest(text).upper()
    elif not name.isidentifier() or not name[0].isalpha():
        name = "Schema" + name
    if keyword.iskeyword(name):
        name += "Schema"
    if len(name.encode()) > LONGEST:
        name = _cut(name, LONGEST - 6) + digest(text).upper()
    return name


def singular(word: str) -> str:
    """`images` -> image, `entries` -> entry, `statuses` -> status; `status`, `news`, `series` stay."""
    low = word.lower()
    if low.endswith(("ss", "us", "is", "news", "series", "species")) or len(low) < 4:
        return word
    if low.endswith("ies") and len(low) > 4:
        return word[:-3] + ("y" if word[-3].islower() else "Y")
    if low.endswith(("sses", "shes", "ches", "xes", "zes", "uses")) and not low.endswith(("auses", "ouses")):
        return word[:-2]
    return word[:-1] if low.endswith("s") else word
