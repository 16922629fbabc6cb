"""The clients of Scenario."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.auth import Basic, Bearer
from ._runtime.client import AsyncClient, Config, SyncClient
from ._version import VERSION

if TYPE_CHECKING:
    from .resources.models import AsyncModels, Models

CONFIG = Config(
    name="scenario",
    title="Scenario",
    package=__package__,
    version=VERSION,
    base_url="https://api.cloud.scenario.com/v1",
    env="SCENARIO",
    security={"basicAuth": Basic(), "bearerAuth": Bearer()},
)


class Scenario(SyncClient):
    """The Scenario API.

    The key comes from `api_key` or from SCENARIO_API_KEY, the secret from `api_secret` or
    SCENARIO_API_SECRET. Without a secret the key is sent as a token.
    """

    _config = CONFIG

    @cached_property
    def models(self) -> Models:
        """The methods of `models`."""
        from .resources.models import Models

        return Models(self)


class AsyncScenario(AsyncClient):
    """The Scenario API, async.

    The key comes from `api_key` or from SCENARIO_API_KEY, the secret from `api_secret` or
    SCENARIO_API_SECRET. Without a secret the key is sent as a token.
    """

    _config = CONFIG

    @cached_property
    def models(self) -> AsyncModels:
        """The methods of `models`."""
        from .resources.models import AsyncModels

        return AsyncModels(self)
