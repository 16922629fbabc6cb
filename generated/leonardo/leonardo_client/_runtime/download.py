"""One download, without its input from the network: what to ask for, where to write, when it is whole."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self, cast
from urllib.parse import unquote

import httpx2

from .errors import APIConnectionError, APIStatusError, APITimeoutError, FileError, InvalidArgumentError
from .reading import check_packing
from .retries import after_status, backoff
from .shapes import is_mapping
from .transport import BytesStream

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MAX_REDIRECTS = 5
_ENOUGH = 1_000_000
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?$")
_busy: set[Path] = set()


class Download:
    """The state of one download.

    The file grows under a hidden name beside its place, and is renamed when it is whole and its size is right.
    A part left by a broken run is continued only if the server says that the file is still the same (If-Range).
    """

    def __init__(
        self,
        client: Any,
        source: Any,
        to: str | Path,
        progress: Callable[[int, int | None], object] | None,
        resume: bool,
        overwrite: bool,
        expected_size: int | None,
    ) -> None:
        self.client = client
        self.url = address_of(source)
        self.place = Path(to)
        self.folder = self.place.is_dir() or str(to).endswith(("/", os.sep))
        self.target = self.place
        self.progress = progress
        self.resume = resume
        self.overwrite = overwrite
        self.total = self.expected = expected_size
        self.done = False
        self.delay = 0.0
        self._attempt = 0
        self._redirects = 0
        self._written = self._mark = 0
        self._packed = False
        self._validator = ""
        self._file: IO[bytes] | None = None
        self._current = self.url
        if not self.folder:
            self._check_free()

    def __enter__(self) -> Self:
        folder = self.place if self.folder else self.place.parent
        key = sha256(f"{self.url.copy_with(query=None)} {self.place.name}".encode()).hexdigest()[:16]
        self._part = folder / f".{key}.part"
        if self._part in _busy:
            self._part = folder / f".{key}.{os.urandom(4).hex()}.part"
        self._note = self._part.with_suffix(".validator")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if self.resume and self._part.exists() and self._note.exists():
                self._validator = self._note.read_text("ascii")
                self._written = self._part.stat().st_size if self._validator else 0
            self._file = self._part.open("r+b" if self._written else "wb")
            self._file.seek(self._written)
        except (OSError, UnicodeError) as error:
            raise FileError(f"cannot write in {folder}: {error}") from error
        self._mark = self._written
        _busy.add(self._part)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _busy.discard(self._part)
        if self._file is not None:
            self._file.close()
        if self.done:
            self._note.unlink(missing_ok=True)
        elif not (self.resume and self._validator and self._written):
            self._part.unlink(missing_ok=True)
            self._note.unlink(missing_ok=True)

    def request(self) -> httpx2.Request:
        """The next request: for the rest of the file, if some of it is here."""
        self.delay = 0.0
        headers = {
            "Host": self._current.netloc.decode("ascii"),
            "Accept": "*/*",
            "Accept-Encoding": "identity",
            "User-Agent": "python-download",
        }
        if self._written and self._validator:
            headers["Range"] = f"bytes={self._written}-"
            headers["If-Range"] = self._validator
        elif self._written:
            self._restart()
        timeout = {"timeout": self.client.limits_of_attempt.phases}
        return httpx2.Request(
            "GET", self._current, headers=headers, stream=BytesStream(b""), extensions=timeout
        )

    def accepts(self, response: httpx2.Response) -> bool:
        """Whether the body that follows belongs in the file; makes ready to write it."""
        status = response.status_code
        if status == 206:
            start, total = _content_range(response.headers.get("content-range", ""))
            if start != self._written:
                self._restart()
                self.failed(httpx2.RemoteProtocolError("the server sent another range than asked for"))
                return False
            self.total = total if total is not None else self.total
        elif status == 200:
            self._restart()
            length = response.headers.get("content-length", "")
            self.total = int(length) if re.fullmatch("[0-9]{1,18}", length) else None
        else:
            return False
        self._packed = response.headers.get("content-encoding", "identity").lower() not in ("", "identity")
        if self._packed:
            check_packing(response)
            self.total = None
        if self.expected is not None and self.total is not None and self.total != self.expected:
            raise FileError(f"{self._said}: the file has {self.total} bytes, expected {self.expected}")
        self._name(response)
        self._remember(response)
        return True

    def refused(self, response: httpx2.Response) -> bool:
        """Whether an answer without the file is an error; a redirect is followed, a stale range asked anew."""
        status = response.status_code
        if status == 206 or (status == 416 and self._written):
            self._restart()
            return False
        location = response.headers.get("location")
        if status in _REDIRECTS and location and self._redirects < _MAX_REDIRECTS:
            after = self._current.join(location)
            if after.scheme in ("http", "https") and not (
                self._current.scheme == "https" and after.scheme == "http"
            ):
                self._redirects += 1
                self._current = after.copy_with(username=None, password=None)
                return False
        return True

    def write(self, chunk: bytes) -> None:
        """Add to the file."""
        try:
            cast("IO[bytes]", self._file).write(chunk)
        except OSError as error:
            raise FileError(f"cannot write {self._part}: {error}") from error
        self._written += len(chunk)
        if self.expected is not None and self._written > self.expected:
            raise FileError(f"{self._said}: the file is larger than the {self.expected} bytes expected")
        if self.progress is not None:
            self.progress(self._written, self.total)

    def finish(self) -> None:
        """Check the size, and put the file in its place."""
        if self.total is not None and self._written != self.total:
            raise httpx2.RemoteProtocolError(f"{self._written} of {self.total} bytes came")
        if self.expected is not None and self._written != self.expected:
            raise FileError(f"{self._said}: {self._written} bytes came, expected {self.expected}")
        file = cast("IO[bytes]", self._file)
        try:
            file.flush()
            os.fsync(file.fileno())
            file.close()
            self._check_free()
            self._part.replace(self.target)
        except OSError as error:
            raise FileError(f"cannot write {self.target}: {error}") from error
        self.done = True

    def answered(self, error: APIStatusError) -> None:
        """An error status: wait and ask again, or give up."""
        if self._attempt < self.client.max_retries and after_status(
            "GET", error.status_code, error.response.headers
        ):
            delay = backoff(self._attempt, error.response.headers)
            if delay is not None:
                self._attempt += 1
                self._current = self.url
                self.delay = delay
                return
        raise error

    def failed(self, error: BaseException) -> None:
        """A break: wait and ask for the rest, or give up."""
        if self._written - self._mark >= _ENOUGH:
            self._attempt, self._mark = 0, self._written
        if self._packed:
            self._restart()
        if self._attempt >= self.client.max_retries:
            timed_out = isinstance(error, (httpx2.TimeoutException, TimeoutError))
            cls = APITimeoutError if timed_out else APIConnectionError
            raise cls(
                f"{self._said}: broke off after {self._written} bytes: {error or type(error).__name__}",
                may_have_happened=False,
            ) from error
        self.delay = backoff(self._attempt) or 0.0
        self._attempt += 1
        self._redirects = 0
        self._current = self.url

    @property
    def _said(self) -> str:
        return f"{self.url.scheme}://{self.url.host}{self.url.path}"

    def _restart(self) -> None:
        self._written = self._mark = 0
        if self._file is not None:
            self._file.seek(0)
            self._file.truncate()

    def _remember(self, response: httpx2.Response) -> None:
        etag = response.headers.get("etag", "")
        found = etag if etag and not etag.startswith("W/") else response.headers.get("last-modified", "")
        self._validator = "" if self._packed or not found.isascii() else found
        if self.resume and self._validator:
            self._note.write_text(self._validator, "ascii")

    def _name(self, response: httpx2.Response) -> None:
        if self.folder:
            said = _disposition(response.headers.get("content-disposition", ""))
            self.target = self.place / safe_name(said or unquote(self.url.path.rsplit("/", 1)[-1]))
            self._check_free()

    def _check_free(self) -> None:
        if self.target.is_dir():
            raise FileError(f"{self.target} is a folder")
        if not self.overwrite and self.target.exists():
            raise FileError(f"{self.target} exists; pass overwrite=True to replace it")


def address_of(source: Any) -> httpx2.URL:
    """The URL of a text, or of anything that has one (`.url`, or `["url"]`)."""
    text = source if isinstance(source, (str, httpx2.URL)) else getattr(source, "url", None)
    if text is None and is_mapping(source):
        text = source.get("url")
    if not isinstance(text, (str, httpx2.URL)):
        raise InvalidArgumentError(f"{source!r} is no URL and has none; nothing was fetched")
    try:
        url = httpx2.URL(text)
    except httpx2.InvalidURL as error:
        raise InvalidArgumentError(f"{text!r} is no address: {error}") from None
    if url.scheme not in ("http", "https") or not url.host:
        raise InvalidArgumentError(f"{text!r} is no http or https address; nothing was fetched")
    return url


def safe_name(name: str) -> str:
    """A file name out of what a server says: no folders, no control characters, nothing hidden or reserved."""
    name = _FORBIDDEN.sub("_", name.replace("\\", "/").rsplit("/", 1)[-1]).strip(" .")
    if not name or set(name) == {"_"}:
        return "download"
    stem, dot, ending = name.rpartition(".")
    if len(name.encode("utf-8", "replace")) > 200:
        name = (stem or name)[:50] + (dot + ending if len(ending) <= 10 else "")
    return f"_{name}" if _RESERVED.match(name) else name


def _disposition(header: str) -> str:
    found = re.search(r"filename\*\s*=\s*([\w-]+)'[^']*'([^;\s]+)", header, re.IGNORECASE)
    if found:
        try:
            return unquote(found[2], encoding=found[1], errors="replace")
        except LookupError:
            pass
    found = re.search(r'filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))', header, re.IGNORECASE)
    return (found[1] or found[2] or "") if found else ""


def _content_range(header: str) -> tuple[int | None, int | None]:
    found = re.fullmatch(r"bytes ([0-9]{1,18})-[0-9]{1,18}/([0-9]{1,18}|\*)", header.strip())
    if not found:
        return None, None
    return int(found[1]), None if found[2] == "*" else int(found[2])
