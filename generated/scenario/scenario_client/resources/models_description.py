"""The methods of `models.description`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .._runtime.operation import Body, Operation, Param, Result
from .._runtime.raw import raw, raw_async
from .._runtime.resource import AsyncResource, Resource
from .._runtime.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .._runtime.unset import Unset
    from ..models import ModelDescription

_GET: Final[Operation[ModelDescription]] = Operation(
    "GET",
    "/models/{modelId}/description",
    Result("200", "ModelDescription"),
    name="models.description.get",
    params=(
        Param("modelId", "path"),
        Param("originalAssets", "query"),
        Param("projectId", "query"),
    ),
    security=(("basicAuth",), ("bearerAuth",)),
    envelope="description",
)
_UPDATE: Final[Operation[ModelDescription]] = Operation(
    "PUT",
    "/models/{modelId}/description",
    Result("200", "ModelDescription"),
    name="models.description.update",
    params=(
        Param("modelId", "path"),
        Param("originalAssets", "query"),
        Param("projectId", "query"),
    ),
    body=(Body("application/json", "json"),),
    security=(("basicAuth",), ("bearerAuth",)),
    envelope="description",
)


class ModelsDescription(Resource):
    """The methods of `models.description`."""

    @property
    def with_raw_response(self) -> ModelsDescriptionRaw:
        """The same methods, answering with status, headers and body beside the result."""
        return ModelsDescriptionRaw(self._raw_twin())

    def get(
        self, model_id: str, *, original_assets: bool | Unset = UNSET, project_id: str | Unset = UNSET
    ) -> ModelDescription:
        """Get the description of a model, with the assets and models it refers to.

        `GET /models/{modelId}/description`

        Args:
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
        """
        return self._send(
            _GET,
            path={"modelId": model_id},
            query={"originalAssets": original_assets, "projectId": project_id},
        )

    def update(
        self,
        model_id: str,
        *,
        description: str | None,
        original_assets: bool | Unset = UNSET,
        project_id: str | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> ModelDescription:
        """Set the description of a model.

        `PUT /models/{modelId}/description`

        Args:
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
            description: The description, in Markdown; null takes it away.
            extra_body: Fields to send that the specification does not list.
        """
        return self._send(
            _UPDATE,
            path={"modelId": model_id},
            query={"originalAssets": original_assets, "projectId": project_id},
            body={"description": description, **(extra_body or {})},
        )


class ModelsDescriptionRaw:
    """`ModelsDescription`, with the raw response."""

    def __init__(self, resource: ModelsDescription) -> None:
        self.get = raw(resource.get)
        self.update = raw(resource.update)


class AsyncModelsDescription(AsyncResource):
    """The methods of `models.description`."""

    @property
    def with_raw_response(self) -> AsyncModelsDescriptionRaw:
        """The same methods, answering with status, headers and body beside the result."""
        return AsyncModelsDescriptionRaw(self._raw_twin())

    async def get(
        self, model_id: str, *, original_assets: bool | Unset = UNSET, project_id: str | Unset = UNSET
    ) -> ModelDescription:
        """Get the description of a model, with the assets and models it refers to.

        `GET /models/{modelId}/description`

        Args:
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
        """
        return await self._send(
            _GET,
            path={"modelId": model_id},
            query={"originalAssets": original_assets, "projectId": project_id},
        )

    async def update(
        self,
        model_id: str,
        *,
        description: str | None,
        original_assets: bool | Unset = UNSET,
        project_id: str | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> ModelDescription:
        """Set the description of a model.

        `PUT /models/{modelId}/description`

        Args:
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
            description: The description, in Markdown; null takes it away.
            extra_body: Fields to send that the specification does not list.
        """
        return await self._send(
            _UPDATE,
            path={"modelId": model_id},
            query={"originalAssets": original_assets, "projectId": project_id},
            body={"description": description, **(extra_body or {})},
        )


class AsyncModelsDescriptionRaw:
    """`AsyncModelsDescription`, with the raw response."""

    def __init__(self, resource: AsyncModelsDescription) -> None:
        self.get = raw_async(resource.get)
        self.update = raw_async(resource.update)
