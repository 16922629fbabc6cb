"""Names of a package that are imported when they are first used (PEP 562).

Importing a vendor's models eagerly costs more than a hundred milliseconds; here `import package` loads
nothing but this module.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any

ERRORS: tuple[str, ...] = (
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
)
"""The exceptions that a package exports: `errors.__all__`, said again so that it need not be imported."""


def lazy(
    package: str, names: Mapping[str, str], *, errors: str = ""
) -> tuple[list[str], Callable[[str], Any], Callable[[], list[str]]]:
    """`__all__`, `__getattr__` and `__dir__` of a package.

    `names` maps each name to `.module` (the same name in it), `.module:Name`, or `.module:` (the module).
    """
    table: dict[str, str] = {name: errors for name in ERRORS} if errors else {}  # noqa: C420
    table.update(names)
    public = sorted(table)

    def __getattr__(name: str) -> Any:
        target = table.get(name)
        if target is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        from importlib import import_module

        module, colon, attribute = target.partition(":")
        loaded = import_module(module, package)
        value = loaded if colon and not attribute else getattr(loaded, attribute or name)
        setattr(sys.modules[package], name, value)
        return value

    def __dir__() -> list[str]:
        return sorted({*vars(sys.modules[package]), *public})

    return public, __getattr__, __dir__
