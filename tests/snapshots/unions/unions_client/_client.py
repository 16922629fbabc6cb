"""The clients of Unions."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import AsyncClient, Config, SyncClient
from ._version import VERSION

if TYPE_CHECKING:
    from .resources.pets import AsyncPets, Pets

CONFIG = Config(
    name="unions",
    title="Unions",
    package=__package__,
    version=VERSION,
    base_url="",
    env="UNIONS",
)


class Unions(SyncClient):
    """The Unions API.

    The address comes from `base_url` or from UNIONS_BASE_URL.
    """

    _config = CONFIG

    @cached_property
    def pets(self) -> Pets:
        """The methods of `pets`."""
        from .resources.pets import Pets

        return Pets(self)


class AsyncUnions(AsyncClient):
    """The Unions API, async.

    The address comes from `base_url` or from UNIONS_BASE_URL.
    """

    _config = CONFIG

    @cached_property
    def pets(self) -> AsyncPets:
        """The methods of `pets`."""
        from .resources.pets import AsyncPets

        return AsyncPets(self)
