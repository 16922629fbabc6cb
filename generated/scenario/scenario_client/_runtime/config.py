"""What is known of a provider, as data that the generated client module holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .auth import Scheme


class Config:
    """The provider: names, address, how the key is sent, documented limits.

    `env` is the prefix of the environment variables (`PETS` for PETS_API_KEY, _API_SECRET, _BASE_URL, _LOG);
    `limits` are the arguments of `Limiter` that the vendor's documents give.
    """

    __slots__ = (
        "base_url",
        "env",
        "key_required",
        "limits",
        "name",
        "package",
        "security",
        "title",
        "version",
    )

    def __init__(
        self,
        *,
        name: str,
        package: str | None,
        base_url: str,
        env: str,
        title: str = "",
        version: str = "0",
        security: Mapping[str, Scheme] | None = None,
        limits: Mapping[str, Any] | None = None,
        key_required: bool | None = None,
    ) -> None:
        self.name = name
        self.package = package or name
        self.base_url = base_url
        self.env = env
        self.title = title or name
        self.version = version
        self.security: Mapping[str, Scheme] = security or {}
        self.limits = limits
        self.key_required = bool(security) if key_required is None else key_required
