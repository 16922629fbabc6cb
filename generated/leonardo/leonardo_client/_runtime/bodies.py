"""Request bodies: JSON, form, multipart, bytes and text."""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterator, Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import IO, Any, TypeAlias, cast
from urllib.parse import unquote, urlencode

import httpx2

from .codec import Model, to_wire
from .decoding import dumps
from .errors import InvalidArgumentError
from .operation import Body
from .params import query_pairs, text_of
from .shapes import is_array, is_mapping, is_sequence, is_tuple
from .transport import BytesStream
from .unset import UNSET

FileContent: TypeAlias = "bytes | bytearray | memoryview | str | Path | IO[Any]"

FileTypes: TypeAlias = "FileContent | tuple[str, FileContent] | tuple[str, FileContent, str]"
"""What may be sent as a file: its content, alone or with a name, or with a name and a media type."""

Content = tuple[str, int, "BytesStream | Multipart"]
"""Content type, length and stream of a body."""

CHUNK = 65_536

_DELIMITER = re.compile(rb"(?:\A|\n)--([\w'()+,./:=?-]{1,70})[ \t]*\r?\n")


def encode(body: Body, value: Any) -> Content:
    """The body of a request, in the way that the operation names."""
    if body.kind == "json":
        content = json_bytes(value)
    elif body.kind == "form":
        content = _form(body, value)
    elif body.kind == "multipart":
        stream = Multipart(_parts(body, value))
        return f"{body.media.partition(';')[0].strip()}; boundary={stream.boundary}", stream.length, stream
    else:
        content = _raw(value[1] if is_tuple(value) and len(value) in (2, 3) else value)
    media = str(value[2]) if body.kind == "bytes" and is_tuple(value) and len(value) == 3 else body.media
    if body.kind == "text" and "charset" not in media:
        media = f"{media}; charset=utf-8"
    if media.lower().startswith("multipart/") and "boundary" not in media.lower():
        media += _boundary(content)
    return media, len(content), BytesStream(content)


def _boundary(content: bytes) -> str:
    """What parts that the caller has written are told apart by, without which no server finds them (RFC 2046)."""
    found = _DELIMITER.search(content)
    return f'; boundary="{found[1].decode("ascii")}"' if found else ""


def _raw(value: Any) -> bytes:
    """A file or a text as it is."""
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(cast("bytes", value))
    if isinstance(value, Path):
        return value.read_bytes()
    if hasattr(value, "read"):
        read = cast("IO[Any]", value).read()
        return read.encode("utf-8") if isinstance(read, str) else bytes(read)
    return text_of(value).encode("utf-8")


def json_bytes(value: Any) -> bytes:
    """Models and plain data as JSON; what JSON cannot say is refused before anything is sent."""
    try:
        return dumps(to_wire(value))
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidArgumentError(f"the body cannot be written as JSON: {error}; nothing was sent") from None


def _properties(value: Any) -> Iterable[tuple[str, Any]]:
    if isinstance(value, Model):
        return value.to_dict().items()
    if is_mapping(value):
        return [(str(k), v) for k, v in value.items() if v is not UNSET]
    raise InvalidArgumentError(f"a form body must be an object, not {type(value).__name__}; nothing was sent")


def _form(body: Body, value: Any) -> bytes:
    texts: list[str] = []
    for key, item in _properties(value):
        if item is None:
            continue
        if key in body.styles:
            texts += [f"{k}={v}" for k, v in query_pairs(body.styles[key], item)]
        elif is_sequence(item) and "json" not in body.encodings.get(key, ""):
            texts.append(urlencode([(key, _field(one)) for one in item if one is not None]))
        else:
            texts.append(urlencode([(key, _field(item))]))
    return "&".join(text for text in texts if text).encode("ascii")


def _field(value: Any) -> str:
    plain = to_wire(value)
    return dumps(plain).decode("utf-8") if isinstance(plain, (dict, list)) else text_of(plain)


class Part:
    """One part of a multipart body: a field, or a file with a name."""

    __slots__ = ("content", "filename", "length", "media", "name")

    def __init__(
        self, name: str, content: bytes | IO[bytes] | Path, filename: str = "", media: str = ""
    ) -> None:
        self.name = name
        self.content = content
        self.filename = filename
        self.media = media
        self.length = _length(content)

    @property
    def head(self) -> bytes:
        """The part's own headers."""
        lines = f'Content-Disposition: form-data; name="{_quoted(self.name)}"'
        if self.filename:
            lines += f'; filename="{_quoted(self.filename)}"'
        if self.media:
            lines += f"\r\nContent-Type: {_quoted(self.media)}"
        return lines.encode("utf-8") + b"\r\n\r\n"


def _quoted(text: str) -> str:
    """As browsers escape names: no quote and no line feed ends the header early."""
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def _length(content: bytes | IO[bytes] | Path) -> int:
    if isinstance(content, bytes):
        return len(content)
    if isinstance(content, Path):
        return content.stat().st_size
    if isinstance(content.read(0), str):
        raise InvalidArgumentError("a file to send must be open in binary mode ('rb'); nothing was sent")
    try:
        here = content.tell()
        size = content.seek(0, os.SEEK_END)
        content.seek(here)
    except (OSError, AttributeError):
        raise InvalidArgumentError("a file to send must be seekable; read it into bytes first") from None
    return size - here


class Multipart(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A multipart body that reads its files as it is sent; iterating again starts again."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self.parts = list(parts)
        self.boundary = os.urandom(16).hex()
        line = b"--" + self.boundary.encode("ascii")
        self._heads = [line + b"\r\n" + part.head for part in self.parts]
        self._end = line + b"--\r\n"
        self.length = sum(len(h) + p.length + 2 for h, p in zip(self._heads, self.parts, strict=True))
        self.length += len(self._end)
        self._starts = [
            None if isinstance(p.content, (bytes, Path)) else p.content.tell() for p in self.parts
        ]

    def __iter__(self) -> Iterator[bytes]:
        for head, part, start in zip(self._heads, self.parts, self._starts, strict=True):
            yield head
            if isinstance(part.content, bytes):
                yield part.content
            elif isinstance(part.content, Path):
                with part.content.open("rb") as file:
                    yield from _chunks(file, part.length)
            else:
                part.content.seek(start or 0)
                yield from _chunks(part.content, part.length)
            yield b"\r\n"
        yield self._end

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self:
            yield chunk


def _chunks(file: IO[bytes], length: int) -> Iterator[bytes]:
    """The file in chunks, and exactly as long as announced even if it grows meanwhile."""
    while length > 0 and (chunk := file.read(min(CHUNK, length))):
        length -= len(chunk)
        yield chunk


def _parts(body: Body, value: Any) -> Iterator[Part]:
    for name, item in _properties(value):
        if name in body.styles and (isinstance(item, Model) or is_mapping(item) or is_sequence(item)):
            for key, text in query_pairs(body.styles[name], item):
                yield Part(unquote(key), unquote(text).encode("utf-8"))
            continue
        items = item if is_array(item) else [item]
        for one in items:
            if one is not None and one is not UNSET:
                yield part_of(name, one, body.encodings.get(name, ""))


def part_of(name: str, value: Any, media: str = "") -> Part:
    """A part from bytes, a Path, an open file, `(filename, content)`, `(filename, content, type)`, or a value."""
    filename = ""
    if is_tuple(value):
        if len(value) not in (2, 3):
            raise InvalidArgumentError(
                f"file {name!r}: give (filename, content) or (filename, content, type)"
            )
        filename, media = str(value[0]), str(value[2]) if len(value) == 3 else media
        value = value[1]
    if isinstance(value, Path) or hasattr(value, "read"):
        name_of = getattr(value, "name", None)
        filename = filename or (Path(name_of).name if isinstance(name_of, str) else "upload")
        return Part(name, cast("Any", value), filename, _file_media(media, filename))
    if isinstance(value, (bytes, bytearray, memoryview)):
        return Part(name, bytes(cast("bytes", value)), filename or "upload", _file_media(media, filename))
    if filename:
        return Part(name, text_of(value).encode("utf-8"), filename, _file_media(media, filename))
    plain = to_wire(value)
    media = "" if "*" in media else media.partition(",")[0]
    if isinstance(plain, (dict, list)) or "json" in media:
        return Part(name, dumps(plain), "", media or "application/json")
    return Part(name, text_of(plain).encode("utf-8"), "", media)


def _file_media(media: str, filename: str) -> str:
    """The media type of a file: the documented one; where that is a choice (`image/png, image/*`), that of its name."""
    options = [option.strip() for option in media.split(",") if option.strip()]
    if len(options) == 1 and "*" not in media:
        return media
    guessed = _guess(filename)
    if not options or any(fnmatchcase(guessed, option) for option in options):
        return guessed
    return next((option for option in options if "*" not in option), guessed)


def _guess(filename: str) -> str:
    from mimetypes import guess_type

    return guess_type(filename)[0] or "application/octet-stream"
