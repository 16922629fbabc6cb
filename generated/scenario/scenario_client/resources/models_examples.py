"""The methods of `models.examples`."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any, Final

from .._runtime.operation import Body, Operation, Param, Result
from .._runtime.raw import raw, raw_async
from .._runtime.resource import AsyncResource, Resource
from .._runtime.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .._runtime.unset import Unset
    from ..models import Example

_LIST: Final[Operation[list[Example]]] = Operation(
    "GET",
    "/models/{modelId}/examples",
    Result("200", "[Example]"),
    name="models.examples.list",
    params=(
        Param("modelId", "path"),
        Param("originalAssets", "query"),
        Param("projectId", "query"),
    ),
    security=(("basicAuth",), ("bearerAuth",)),
    envelope="examples",
)
_UPDATE: Final[Operation[list[Example]]] = Operation(
    "PUT",
    "/models/{modelId}/examples",
    Result("200", "[Example]"),
    name="models.examples.update",
    params=(
        Param("modelId", "path"),
        Param("originalAssets", "query"),
        Param("projectId", "query"),
    ),
    body=(Body("application/json", "json"),),
    security=(("basicAuth",), ("bearerAuth",)),
    envelope="examples",
)


class ModelsExamples(Resource):
    """The methods of `models.examples`."""

    @property
    def with_raw_response(self) -> ModelsExamplesRaw:
        """The same methods, answering with status, headers and body beside the result."""
        return ModelsExamplesRaw(self._raw_twin())

    def list(
        self, model_id: str, *, original_assets: bool | Unset = UNSET, project_id: str | Unset = UNSET
    ) -> builtins.list[Example]:
        """List the examples of a model.

        `GET /models/{modelId}/examples`

        Args:
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
        """
        return self._send(
            _LIST,
            path={"modelId": model_id},
            query={"originalAssets": original_assets, "projectId": project_id},
        )

    def update(
        self,
        model_id: str,
        *,
        asset_ids: Sequence[str],
        original_assets: bool | Unset = UNSET,
        project_id: str | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> builtins.list[Example]:
        """Set the examples of a model, in this order.

        `PUT /models/{modelId}/examples`

        Args:
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
            asset_ids: The assets to show as examples. Limits: at most 150 items.
            extra_body: Fields to send that the specification does not list.
        """
        return self._send(
            _UPDATE,
            path={"modelId": model_id},
            query={"originalAssets": original_assets, "projectId": project_id},
            body={"assetIds": asset_ids, **(extra_body or {})},
        )


class ModelsExamplesRaw:
    """`ModelsExamples`, with the raw response."""

    def __init__(self, resource: ModelsExamples) -> None:
        self.list = raw(resource.list)
        self.update = raw(resource.update)


class AsyncModelsExamples(AsyncResource):
    """The methods of `models.examples`."""

    @property
    def with_raw_response(self) -> AsyncModelsExamplesRaw:
        """The same methods, answering with status, headers and body beside the result."""
        return AsyncModelsExamplesRaw(self._raw_twin())

    async def list(
        self, model_id: str, *, original_assets: bool | Unset = UNSET, project_id: str | Unset = UNSET
    ) -> builtins.list[Example]:
        """List the examples of a model.

        `GET /models/{modelId}/examples`

        Args:
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
        """
        return await self._send(
            _LIST,
            path={"modelId": model_id},
            query={"originalAssets": original_assets, "projectId": project_id},
        )

    async def update(
        self,
        model_id: str,
        *,
        asset_ids: Sequence[str],
        original_assets: bool | Unset = UNSET,
        project_id: str | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> builtins.list[Example]:
        """Set the examples of a model, in this order.

        `PUT /models/{modelId}/examples`

        Args:
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
            asset_ids: The assets to show as examples. Limits: at most 150 items.
            extra_body: Fields to send that the specification does not list.
        """
        return await self._send(
            _UPDATE,
            path={"modelId": model_id},
            query={"originalAssets": original_assets, "projectId": project_id},
            body={"assetIds": asset_ids, **(extra_body or {})},
        )


class AsyncModelsExamplesRaw:
    """`AsyncModelsExamples`, with the raw response."""

    def __init__(self, resource: AsyncModelsExamples) -> None:
        self.list = raw_async(resource.list)
        self.update = raw_async(resource.update)
