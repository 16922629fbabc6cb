"""From an answer to the result that an operation promises, or to the exception that says why not.

Decided: a success that carries an error body raises the error (Hasura and GraphQL services answer 200 with
`{"errors": [...]}` or `[{"message": ...}]`); a null row of an operation that names it by path is
`NotFoundError`; everything else that is not what the documents promise is `DecodeError`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .codec import Mismatch, describe, kind, objects
from .decoding import at_pointer, decoder, item_decoder, known_fields, loads, locate, step
from .errors import APIError, APIStatusError, DecodeError, NotFoundError, class_for, code_of, message_of
from .fast import reader
from .longlists import LONG, read_list
from .operation import Operation, Result
from .retries import retry_after
from .shapes import is_array, is_object
from .unions import Decoder

if TYPE_CHECKING:
    import httpx2

    from .base import BaseClient
    from .prepare import Compiled

LONGEST_MESSAGE = 500
"""Characters that a message quotes of an answer; `body` has all of it."""

_XML_MESSAGE = re.compile(r"<Error>.*?<Message>([^<]+)</Message>", re.DOTALL)
_START = re.compile(r".{0,80}\S{0,10000}", re.DOTALL)

UNREADABLE = (AttributeError, TypeError, ValueError, LookupError, RecursionError)
"""What reading a value may end in that is far from what is documented: nested a thousand levels deep, for one."""

_MISSING = object()
_ERROR_WORDS = frozenset({"error", "errors", "message", "code", "status", "path", "extensions", "detail"})


class Plan:
    """How one documented answer is read."""

    __slots__ = ("decode", "envelope", "fast", "is_json", "is_text", "item", "key", "known", "result", "row")

    def __init__(self, operation: Operation[Any], result: Result, package: str) -> None:
        self.result = result
        self.envelope = operation.envelope
        self.key = self.envelope if self.envelope and self.envelope[0] != "/" else None
        self.is_json = result.kind == "json"
        self.row = "{" in operation.path
        spec = result.decode
        self.decode: Decoder = spec if callable(spec) else decoder(spec, package)
        self.fast = reader(spec, self.envelope, package) if self.is_json else None
        self.item = item_decoder(spec, package) if self.key is not None else None
        text = spec.strip("[]") if isinstance(spec, str) else ""
        self.known: frozenset[str] = frozenset() if self.envelope else known_fields(text, package)
        self.is_text = spec == "str"

    def _other(self, response: httpx2.Response, content: bytes) -> Any:
        if self.result.kind == "bytes":
            return content
        if self.result.kind == "text":
            return response.text
        if b'"error' in content[:200]:
            body = _parsed(content)
            if _is_error(body):
                raise error_in_success(response, body)
        return None

    def read(self, response: httpx2.Response) -> Any:
        """The result that the answer holds."""
        content = response.content
        if not self.is_json:
            return self._other(response, content)
        if self.fast is not None and (value := self.fast.read(content)) is not None:
            return value
        if self.item is not None and len(content) >= LONG:
            value = read_list(content, self.key or "", self.item)
            if value is not None:
                return value
        if not content and response.status_code in (204, 205) and self.result.status in ("204", "205"):
            return None  # the documents promise a body where HTTP allows none
        try:
            body = loads(content)
        except ValueError as error:
            if self._came_as_text(response):
                return response.text
            raise _not_json(response, error) from None
        value = body.get(self.key) if kind(body) is dict else None
        if value is None:
            value = self._unwrapped(response, body)
        try:
            return self.decode(value) if self.item is None else objects(value, self.item, None, None)
        except Mismatch as mismatch:
            if _is_error(body):
                raise error_in_success(response, body) from None
            raise _wrong_shape(response, body, mismatch) from None
        except UNREADABLE as error:
            raise DecodeError(
                f"the answer could not be read: {type(error).__name__}: {error}",
                response=response,
                body=body,
                text=response.text,
            ) from error

    def _came_as_text(self, response: httpx2.Response) -> bool:
        """Whether a text, documented as JSON or as `*/*`, came without quotes, as frameworks send one."""
        return self.is_text and response.headers.get("content-type", "").lower().startswith("text/plain")

    def _unwrapped(self, response: httpx2.Response, body: Any) -> Any:
        name = self.envelope
        if name is None:
            if self.is_text and not isinstance(body, str) and self._came_as_text(response):
                return response.text
            if self.known and _unknown_error(body, self.known):
                raise error_in_success(response, body)
            return body
        fields = _fields(body)
        value: Any = at_pointer(body, name) if name[:1] == "/" else fields.get(name, _MISSING)
        if value is not _MISSING and value is not None:
            return value
        described = describe(body)
        if _is_error(body):
            raise error_in_success(response, body)
        where = "$" + (name.replace("/", ".") if name[:1] == "/" else step(name))
        if value is None and self.row:
            raise NotFoundError(f"not found ({where} is null)", response=response, body=body)
        text = "is null" if value is None else "is missing"
        if fields is not body:
            where, text = "$", f"is {described}, expected an object"
        raise DecodeError(f"{where} {text}", response=response, body=body, path=where, text=response.text)


def plans(operation: Operation[Any], package: str) -> Callable[[httpx2.Response], Plan | None]:
    """What picks the plan for an answer; None where the operation documents no success."""
    exact: dict[int, list[Plan]] = {}
    others: list[Plan] = []
    for result in operation.results:
        status = str(result.status).upper()
        if status.isdigit() and not 200 <= int(status) < 300:
            continue
        if status[:1] in "345" and status.endswith("XX"):
            continue
        plan = Plan(operation, result, package)
        if status.isdigit():
            exact.setdefault(int(status), []).append(plan)
        else:
            others.append(plan)
    fallback: list[Plan] = others or next(iter(exact.values()), others)
    single = {status: found[0] for status, found in exact.items() if len(found) == 1}

    def choose(response: httpx2.Response) -> Plan | None:
        found = single.get(response.status_code)
        if found is not None:
            return found
        candidates = exact.get(response.status_code, fallback)
        if len(candidates) > 1:
            media = response.headers.get("content-type", "").partition(";")[0].strip().lower()
            for plan in candidates:
                if plan.result.media.lower() == media:
                    return plan
        return candidates[0] if candidates else None

    return choose


def status_error(response: httpx2.Response, redact: Callable[[str], str]) -> APIStatusError:
    """The exception for an answer that is no success."""
    status = response.status_code
    body = _parsed(response.content)
    if body is None:
        body = response.text or None
    # What is shortened has no key any more: half of one, at the end, would not be found.
    said = shortened(redact(message_of(body) or _as_said(response, body)))
    message = f"{status} {response.reason_phrase}".strip() + (f": {said}" if said else "")
    if 300 <= status < 400 and (location := response.headers.get("location")):
        message += f" (a redirect to {shortened(redact(location))!r}, not followed)"
    if asked := retry_after(response.headers):
        message += f" (the server asks to wait {asked:g} s)"
    error = class_for(status)(redact(message), response=response, body=body)
    error.args = (redact(str(error)),)
    if said:
        error.message = said
    return error


def _as_said(response: httpx2.Response, body: Any) -> str:
    """What an error says that has its message in no customary place: its JSON, or its text unless that is a page.

    Object storages, where the files are, answer in XML.
    """
    if isinstance(body, str):
        if "<" in body[:50]:
            from html import unescape

            found = _XML_MESSAGE.search(body[:10_000])
            return unescape(found[1]) if found else ""
        return "" if body == "null" else body
    return response.text.strip() if body and (is_array(body) or is_object(body)) else ""


def shortened(text: str) -> str:
    """A text of the server for a message: servers have sent whole documents where an error message belongs."""
    return text if len(text) <= LONGEST_MESSAGE else f"{text[:LONGEST_MESSAGE]}..."


def start_of(text: str) -> str:
    """The start of a text up to the end of a word: half a key would not be found when keys are taken out.

    A key may be as long as a header: web tokens have a thousand letters.
    """
    found = _START.match(text)
    return found[0] if found else ""


def error_in_success(response: httpx2.Response, body: Any) -> APIStatusError:
    """The exception for a success that carries an error; its class is that of the status in the body, if any."""
    status = re.fullmatch("[45][0-9][0-9]", str(code_of(body)))
    cls = class_for(int(status[0])) if status else APIStatusError
    said = message_of(body) or _as_said(response, body) or "no message"
    error = cls(f"{response.status_code} with an error: {said}", response=response, body=body)
    error.message = said
    return error


def _unknown_error(body: Any, known: frozenset[str]) -> bool:
    """Whether a body that should be a model (or an array of it) is an error instead."""
    if is_array(body):
        first: Any = body[0] if body else None
        if not is_object(first) or "message" not in first or "message" in known:
            return False
        return not any(key in known and key not in _ERROR_WORDS for key in first)
    if not is_object(body) or not ("error" in body or "errors" in body):
        return False
    if not (body.get("error") or body.get("errors")):
        return False
    if "error" in known or "errors" in known:
        return False
    return not any(key in known and key not in _ERROR_WORDS for key in body)


def _is_error(body: Any) -> bool:
    """Whether a body that is not what was promised tells of an error."""
    if is_array(body):
        first: Any = body[0] if body else None
        return is_object(first) and ("message" in first or "error" in first)
    if is_object(body):
        return bool(body.get("error") or body.get("errors")) or ("message" in body and "code" in body)
    return False


def _fields(body: Any) -> dict[str, Any]:
    return body if is_object(body) else {}


def _parsed(content: bytes) -> Any:
    try:
        return loads(content)
    except ValueError:
        return None


def _not_json(response: httpx2.Response, error: ValueError) -> DecodeError:
    status = response.status_code
    text = response.text
    if not text.strip():
        return DecodeError(f"{status} with an empty body where JSON was expected", response=response, text=text)
    media = response.headers.get("content-type", "no content type")
    return DecodeError(
        f"{status} with a body that is not JSON ({media}): {error}; it starts {start_of(text)!r}",
        response=response,
        text=text,
    )


def _wrong_shape(response: httpx2.Response, body: Any, mismatch: Mismatch) -> DecodeError:
    path = locate(body, mismatch)
    return DecodeError(f"{path}: {mismatch}", response=response, body=body, path=path, text=response.text)


def read_answer(client: BaseClient[Any], compiled: Compiled, response: httpx2.Response) -> Any:
    """The result of a call; exceptions leave without the key."""
    plan = compiled.choose(response)
    if plan is None:
        return None
    try:
        return plan.read(response)
    except APIError as error:
        client.scrub(response)
        error.message = shortened(client.redact(error.message))
        error.args = (shortened(client.redact(str(error))),)
        raise
