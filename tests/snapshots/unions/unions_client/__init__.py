"""A client of the Unions API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.lazy import lazy
from ._version import VERSION as __version__

if TYPE_CHECKING:
    from . import models as models
    from ._client import AsyncUnions as AsyncUnions
    from ._client import Unions as Unions
    from ._runtime.errors import APIConnectionError as APIConnectionError
    from ._runtime.errors import APIError as APIError
    from ._runtime.errors import APIStatusError as APIStatusError
    from ._runtime.errors import APITimeoutError as APITimeoutError
    from ._runtime.errors import AuthenticationError as AuthenticationError
    from ._runtime.errors import BadRequestError as BadRequestError
    from ._runtime.errors import ClientError as ClientError
    from ._runtime.errors import ConflictError as ConflictError
    from ._runtime.errors import DecodeError as DecodeError
    from ._runtime.errors import FileError as FileError
    from ._runtime.errors import InternalServerError as InternalServerError
    from ._runtime.errors import InvalidArgumentError as InvalidArgumentError
    from ._runtime.errors import JobError as JobError
    from ._runtime.errors import JobFailedError as JobFailedError
    from ._runtime.errors import JobTimeoutError as JobTimeoutError
    from ._runtime.errors import MissingKeyError as MissingKeyError
    from ._runtime.errors import NotFoundError as NotFoundError
    from ._runtime.errors import PermissionDeniedError as PermissionDeniedError
    from ._runtime.errors import RateLimitError as RateLimitError
    from ._runtime.errors import UnprocessableEntityError as UnprocessableEntityError
    from ._runtime.errors import WebhookError as WebhookError
    from ._runtime.events import AsyncEventStream as AsyncEventStream
    from ._runtime.events import Event as Event
    from ._runtime.events import EventStream as EventStream
    from ._runtime.limits import Limiter as Limiter
    from ._runtime.paging import AsyncPages as AsyncPages
    from ._runtime.paging import Page as Page
    from ._runtime.paging import Pages as Pages
    from ._runtime.raw import RawResponse as RawResponse
    from ._runtime.unset import UNSET as UNSET
    from ._runtime.unset import Unset as Unset

    UnionsError = ClientError

__all__, __getattr__, __dir__ = lazy(
    __name__,
    {
        "AsyncUnions": "._client",
        "Unions": "._client",
        "UnionsError": "._runtime.errors:ClientError",
        "AsyncEventStream": "._runtime.events",
        "AsyncPages": "._runtime.paging",
        "Event": "._runtime.events",
        "EventStream": "._runtime.events",
        "Limiter": "._runtime.limits",
        "Page": "._runtime.paging",
        "Pages": "._runtime.paging",
        "RawResponse": "._runtime.raw",
        "UNSET": "._runtime.unset",
        "Unset": "._runtime.unset",
        "models": ".models:",
    },
    errors="._runtime.errors",
)
