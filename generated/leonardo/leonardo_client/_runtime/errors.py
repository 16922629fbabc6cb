"""The exceptions of a client.

ClientError                       everything that this package raises on its own account
├── InvalidArgumentError          an argument that cannot be sent (also a ValueError)
├── MissingKeyError               no API key was given
├── APIError                      the exchange with the server failed
│   ├── APIConnectionError        no usable answer came
│   │   └── APITimeoutError       ... in time
│   ├── DecodeError               an answer came that is not what the documents promise
│   └── APIStatusError            the server answered with an error
│       ├── BadRequestError 400, AuthenticationError 401, PermissionDeniedError 403, NotFoundError 404,
│       ├── ConflictError 409, UnprocessableEntityError 422, RateLimitError 429
│       └── InternalServerError   5xx
├── JobError                      a job that was waited for (`.id`, `.job`)
│   ├── JobFailedError
│   └── JobTimeoutError
├── FileError                     a download or upload that did not end whole
└── WebhookError                  a webhook that is not what it claims to be
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .shapes import is_array, is_mapping

if TYPE_CHECKING:
    import httpx2

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AuthenticationError",
    "BadRequestError",
    "ClientError",
    "ConflictError",
    "DecodeError",
    "FileError",
    "InternalServerError",
    "InvalidArgumentError",
    "JobError",
    "JobFailedError",
    "JobTimeoutError",
    "MissingKeyError",
    "NotFoundError",
    "PermissionDeniedError",
    "RateLimitError",
    "UnprocessableEntityError",
    "WebhookError",
]


class ClientError(Exception):
    """Base of every exception that this package raises on its own account."""

    job_id: str | int | None = None
    """The job that was being followed when this happened: it may well go on, and be paid for."""


class InvalidArgumentError(ClientError, ValueError):
    """An argument that cannot be sent as it is; nothing was sent."""


class MissingKeyError(ClientError):
    """No API key was given, neither as an argument nor in the environment."""


class APIError(ClientError):
    """The exchange with the server failed."""

    def __init__(self, message: str, *, request: httpx2.Request | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.request = request


class APIConnectionError(APIError):
    """No usable answer came: refused, dropped, cut off.

    `may_have_happened` tells whether the request could have reached the server. Where it is true, a create
    may have been done (and paid for): look before you repeat it.
    """

    def __init__(
        self, message: str, *, request: httpx2.Request | None = None, may_have_happened: bool = True
    ) -> None:
        super().__init__(message, request=request)
        self.may_have_happened = may_have_happened


class APITimeoutError(APIConnectionError):
    """No usable answer came in time."""


class _Answered(APIError):
    """An answer came; see `response`. As text it begins with the call that it answers."""

    def __init__(self, message: str, *, response: httpx2.Response, body: Any = None) -> None:
        super().__init__(message, request=request_of(response))
        if self.request is not None:
            self.args = (f"{self.request.method} {self.request.url.path}: {message}",)
        self.response = response
        self.status_code = response.status_code
        self.body = body
        self.request_id = request_id_of(response)
        self.code = code_of(body)

    def __reduce__(self) -> Any:
        return (_rebuild, (type(self), self.__dict__ | {"request": None, "args": self.args}))


class DecodeError(_Answered):
    """An answer that is not what the documents promise: not JSON, cut off, or of another shape.

    `path` says where in the body (`$.images[3].url`), `text` is the body as it came. The request itself may
    well have been carried out.
    """

    def __init__(
        self, message: str, *, response: httpx2.Response, body: Any = None, path: str = "$", text: str = ""
    ) -> None:
        super().__init__(message, response=response, body=body)
        self.path = path
        self.text = text


class APIStatusError(_Answered):
    """The server answered with an error.

    `body` is the parsed answer (or its text), `code` and `message` what it says about itself.
    """


class BadRequestError(APIStatusError):
    """400: the request is wrong."""


class AuthenticationError(APIStatusError):
    """401: the key is missing, wrong or expired."""


class PermissionDeniedError(APIStatusError):
    """403: the key may not do this."""


class NotFoundError(APIStatusError):
    """404, or a success whose one row is null."""


class ConflictError(APIStatusError):
    """409: not in the present state."""


class UnprocessableEntityError(APIStatusError):
    """422: well formed, but not acceptable."""


class RateLimitError(APIStatusError):
    """429: too many requests; `retry_after` is how many seconds the server asks for, if it says."""

    @property
    def retry_after(self) -> float | None:
        from .retries import retry_after

        return retry_after(self.response.headers)


class InternalServerError(APIStatusError):
    """5xx: the server failed."""


class JobError(ClientError):
    """A job that was waited for. `id` names it, `job` is its last known state (None if never seen)."""

    def __init__(self, message: str, *, id: str | int, job: Any = None, status: Any = None) -> None:
        super().__init__(message)
        self.id = id
        self.job_id = id
        self.job = job
        self.status = status

    def __reduce__(self) -> Any:
        return (_rebuild, (type(self), self.__dict__ | {"args": self.args}))


class JobFailedError(JobError):
    """The job ended, and not well."""


class JobTimeoutError(JobError, TimeoutError):
    """The job did not end in the time given. It goes on: follow it with `wait(id)`."""


class FileError(ClientError):
    """A download or upload that did not end whole."""


class WebhookError(ClientError):
    """A webhook that is not what it claims to be: wrong key, wrong signature, or no event."""


for _name in __all__:
    # Where the package exports them, which is what a traceback should say and an `except` can use.
    globals()[_name].__module__ = __name__.removesuffix("._runtime.errors")

STATUS_CLASSES: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def class_for(status: int) -> type[APIStatusError]:
    """The class of a status; statuses without their own get `APIStatusError`."""
    return STATUS_CLASSES.get(status) or (InternalServerError if status >= 500 else APIStatusError)


def request_of(response: httpx2.Response) -> httpx2.Request | None:
    """The request that a response answers, if it is known."""
    try:
        return response.request
    except RuntimeError:
        return None


def request_id_of(response: httpx2.Response) -> str | None:
    """The id that the server gave the request, in any of the customary headers."""
    headers = response.headers
    for name in ("x-request-id", "request-id", "x-amzn-requestid", "x-correlation-id", "cf-ray"):
        found = headers.get(name)
        if found:
            return found
    return None


def code_of(body: Any) -> str | int | None:
    """The error code that a body gives, in the customary places."""
    for part in _parts(body):
        for key in ("code", "error_code", "errorCode", "type", "statusCode"):
            value = part.get(key)
            if isinstance(value, (str, int)) and not isinstance(value, bool):
                return value
    return None


def message_of(body: Any) -> str | None:
    """The error message that a body gives, in the customary places."""
    for part in _parts(body):
        for key in ("message", "error", "detail", "error_description", "error_message", "title", "reason"):
            value = part.get(key)
            if isinstance(value, str) and value:
                return value
    return None


def _parts(body: Any) -> list[Mapping[str, Any]]:
    """The body and the places in it where errors are told: `error`, `errors[0]`, `extensions`, `[0]`."""
    found: list[Mapping[str, Any]] = []
    queue: list[Any] = [body]
    while queue and len(found) < 8:
        node = queue.pop(0)
        if is_array(node):
            queue.extend(node[:1])
        elif is_mapping(node):
            found.append(node)
            queue.extend(node.get(key) for key in ("error", "errors", "extensions", "detail"))
    return found


def _rebuild(cls: type[ClientError], state: dict[str, Any]) -> ClientError:
    error = cls.__new__(cls)
    error.args = state.pop("args", (state.get("message", ""),))
    error.__dict__.update(state)
    return error
