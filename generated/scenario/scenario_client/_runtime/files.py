"""Downloads and presigned uploads. Neither ever carries the API key: the files live on other hosts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import aclosing, closing
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import httpx2

from .answers import status_error
from .bodies import Multipart, Part, part_of
from .decoding import loads
from .download import Download
from .errors import APIConnectionError, APIStatusError, APITimeoutError, FileError, InvalidArgumentError
from .reading import aread, read
from .shapes import is_mapping
from .transport import FAILURES, NEVER_SENT

if TYPE_CHECKING:
    from .client import AsyncClient, SyncClient

Progress = Callable[[int, int | None], object]
"""Called with the bytes so far and the whole size, if that is known."""

FileContent = bytes | str | Path | IO[bytes]
"""Bytes, an open file, or the path of one."""

_EXPIRED = ("expired", "request has expired", "policy expired", "expiredtoken")
_LIMIT = 1_000_000


def download(
    client: SyncClient,
    source: Any,
    to: str | Path,
    progress: Progress | None,
    resume: bool,
    overwrite: bool,
    expected_size: int | None,
) -> Path:
    """Fetch a file; what was fetched before a break is kept, and only the rest is asked for."""
    with Download(client, source, to, progress, resume, overwrite, expected_size) as job:
        while not job.done:
            request = job.request()
            try:
                http = client.session.http(outside=True)
                response = http.send(request, stream=True, auth=None, follow_redirects=False)
                with closing(response):
                    if job.accepts(response):
                        for chunk in response.iter_bytes():
                            job.write(chunk)
                        job.finish()
                    elif job.refused(response):
                        read(response, _LIMIT, None)
                        job.answered(status_error(response, client.redact))
            except FAILURES as error:
                job.failed(error)
            if job.delay:
                client.pause(job.delay)
        return job.target


async def download_async(
    client: AsyncClient,
    source: Any,
    to: str | Path,
    progress: Progress | None,
    resume: bool,
    overwrite: bool,
    expected_size: int | None,
) -> Path:
    """`download`, for async code."""
    loop = asyncio.get_running_loop()
    with Download(client, source, to, progress, resume, overwrite, expected_size) as job:
        while not job.done:
            request = job.request()
            try:
                http = client.session.http(loop, outside=True)
                response = await http.send(request, stream=True, auth=None, follow_redirects=False)
                async with aclosing(response):
                    if job.accepts(response):
                        async with aclosing(response.aiter_bytes()) as chunks:
                            async for chunk in chunks:
                                job.write(chunk)
                        job.finish()
                    elif job.refused(response):
                        await aread(response, _LIMIT)
                        job.answered(status_error(response, client.redact))
            except FAILURES as error:
                job.failed(error)
            if job.delay:
                await client.pause(job.delay)
        return job.target


def upload_presigned(
    client: SyncClient, url: str, fields: Mapping[str, Any] | str, file: FileContent, filename: str
) -> None:
    """POST a file to a presigned address: the fields first, the file last, and nothing of ours beside them."""
    request = _upload_request(client, url, fields, file, filename)
    try:
        http = client.session.http(outside=True)
        response = http.send(request, stream=True, auth=None, follow_redirects=False)
        read(response, _LIMIT, None)
    except FAILURES as error:
        raise _upload_failed(error) from error
    _upload_answered(client, response)


async def upload_presigned_async(
    client: AsyncClient, url: str, fields: Mapping[str, Any] | str, file: FileContent, filename: str
) -> None:
    """`upload_presigned`, for async code."""
    request = _upload_request(client, url, fields, file, filename)
    try:
        http = client.session.http(asyncio.get_running_loop(), outside=True)
        response = await http.send(request, stream=True, auth=None, follow_redirects=False)
        await aread(response, _LIMIT)
    except FAILURES as error:
        raise _upload_failed(error) from error
    _upload_answered(client, response)


def _upload_request(
    client: Any, url: str, fields: Mapping[str, Any] | str, file: FileContent, filename: str
) -> httpx2.Request:
    given = _fields(fields)
    media = given.get("Content-Type", "")
    content: Any = Path(file) if isinstance(file, str) else file
    if isinstance(content, Path) and not content.is_file():
        raise InvalidArgumentError(f"{content} is no file; nothing was sent")
    if not (isinstance(content, (bytes, bytearray, memoryview, Path)) or hasattr(content, "read")):
        found = type(content).__name__
        raise InvalidArgumentError(
            f"file must be bytes, a path or an open file, not {found}; nothing was sent"
        )
    last = part_of("file", (filename, content, media) if filename and media else content, media)
    if filename:
        last.filename = filename
    stream = Multipart([*(Part(k, v.encode("utf-8")) for k, v in given.items()), last])
    try:
        parsed = httpx2.URL(url)
    except (httpx2.InvalidURL, TypeError) as error:
        raise InvalidArgumentError(f"{url!r} is no address: {error}") from None
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise InvalidArgumentError(f"{url!r} is no http or https address; nothing was sent")
    return httpx2.Request(
        "POST",
        parsed,
        headers={
            "Host": parsed.netloc.decode("ascii"),
            "Accept": "*/*",
            "Content-Type": f"multipart/form-data; boundary={stream.boundary}",
            "Content-Length": str(stream.length),
        },
        stream=stream,
        extensions={"timeout": client.limits_of_attempt.phases},
    )


def _fields(fields: Mapping[str, Any] | str) -> dict[str, str]:
    """The form fields; some APIs give them as JSON text inside their JSON."""
    found: Any = fields
    if isinstance(fields, str):
        try:
            found = loads(fields.encode("utf-8"))
        except ValueError as error:
            raise InvalidArgumentError(
                f"fields is text that is not JSON ({error}); nothing was sent"
            ) from None
    if not is_mapping(found):
        raise InvalidArgumentError("fields must be an object of form fields; nothing was sent")
    if any(not isinstance(v, (str, int, float)) for v in found.values()):
        raise InvalidArgumentError("fields must hold texts only; nothing was sent")
    return {str(k): str(v) for k, v in found.items()}


def _upload_failed(error: BaseException) -> APIConnectionError:
    timed_out = isinstance(error, (httpx2.TimeoutException, TimeoutError))
    cls = APITimeoutError if timed_out else APIConnectionError
    sent = not isinstance(error, NEVER_SENT)
    return cls(f"the upload broke off: {str(error) or type(error).__name__}", may_have_happened=sent)


def _upload_answered(client: Any, response: httpx2.Response) -> None:
    if response.is_success:
        return
    error: APIStatusError = status_error(response, client.redact)
    text = response.text.lower()
    if response.status_code in (400, 401, 403) and any(word in text for word in _EXPIRED):
        raise FileError(
            "the presigned address has expired (they last minutes); ask for a new one and upload at once"
        ) from error
    raise error
