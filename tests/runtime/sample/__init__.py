"""Sample: the hand-written twin of a generated package, on which the runtime is tested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.lazy import lazy

if TYPE_CHECKING:
    from . import models as models
    from ._client import AsyncSample as AsyncSample
    from ._client import Sample as Sample
    from ._runtime import errors as errors
    from ._runtime.errors import APIConnectionError as APIConnectionError
    from ._runtime.errors import APIError as APIError
    from ._runtime.errors import APIStatusError as APIStatusError
    from ._runtime.errors import APITimeoutError as APITimeoutError
    from ._runtime.errors import AuthenticationError as AuthenticationError
    from ._runtime.errors import ClientError as ClientError
    from ._runtime.errors import DecodeError as DecodeError
    from ._runtime.errors import JobFailedError as JobFailedError
    from ._runtime.errors import JobTimeoutError as JobTimeoutError
    from ._runtime.errors import NotFoundError as NotFoundError
    from ._runtime.errors import RateLimitError as RateLimitError
    from ._runtime.limits import Limiter as Limiter
    from ._runtime.unset import UNSET as UNSET
    from ._runtime.unset import Unset as Unset
    from ._webhooks import webhooks as webhooks

    SampleError = ClientError

__version__ = "1.0.0"

__all__, __getattr__, __dir__ = lazy(
    __name__,
    {
        "AsyncSample": "._client",
        "Sample": "._client",
        "SampleError": "._runtime.errors:ClientError",
        "errors": "._runtime.errors:",
        "models": ".models:",
        "Limiter": "._runtime.limits",
        "UNSET": "._runtime.unset",
        "Unset": "._runtime.unset",
        "webhooks": "._webhooks",
    },
    errors="._runtime.errors",
)
