"""The clients of Leonardo.AI."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.auth import Bearer
from ._runtime.client import AsyncClient, Config, SyncClient
from ._version import VERSION

if TYPE_CHECKING:
    from .resources.elements import AsyncElements, Elements
    from .resources.generations import AsyncGenerations, Generations
    from .resources.models import AsyncModels, Models

CONFIG = Config(
    name="leonardo",
    title="Leonardo.AI",
    package=__package__,
    version=VERSION,
    base_url="https://cloud.leonardo.ai/api/rest/v1",
    env="LEONARDO",
    security={"bearerAuth": Bearer()},
    limits={
        "per_minute": 2000,
        "per_operation": {"elements.create": 100, "generations.create": 100, "models.create": 100},
        "in_flight": 10,
    },
)


class Leonardo(SyncClient):
    """The Leonardo.AI API.

    The key comes from `api_key` or from LEONARDO_API_KEY.
    """

    _config = CONFIG

    @cached_property
    def elements(self) -> Elements:
        """The methods of `elements`."""
        from .resources.elements import Elements

        return Elements(self)

    @cached_property
    def generations(self) -> Generations:
        """The methods of `generations`."""
        from .resources.generations import Generations

        return Generations(self)

    @cached_property
    def models(self) -> Models:
        """The methods of `models`."""
        from .resources.models import Models

        return Models(self)


class AsyncLeonardo(AsyncClient):
    """The Leonardo.AI API, async.

    The key comes from `api_key` or from LEONARDO_API_KEY.
    """

    _config = CONFIG

    @cached_property
    def elements(self) -> AsyncElements:
        """The methods of `elements`."""
        from .resources.elements import AsyncElements

        return AsyncElements(self)

    @cached_property
    def generations(self) -> AsyncGenerations:
        """The methods of `generations`."""
        from .resources.generations import AsyncGenerations

        return AsyncGenerations(self)

    @cached_property
    def models(self) -> AsyncModels:
        """The methods of `models`."""
        from .resources.models import AsyncModels

        return AsyncModels(self)
