"""The methods of `models.training_images`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .._runtime.operation import Body, Operation, Param, Result
from .._runtime.raw import raw, raw_async
from .._runtime.resource import AsyncResource, Resource
from .._runtime.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .._runtime.unset import Unset
    from ..models import TrainingImage, TrainingImagePair, TrainingImagePairs, TrainingImagePreset

_ADD: Final[Operation[TrainingImage]] = Operation(
    "POST",
    "/models/{modelId}/training-images",
    Result("200", "TrainingImage"),
    name="models.training_images.add",
    params=(
        Param("modelId", "path"),
        Param("originalAssets", "query"),
        Param("projectId", "query"),
    ),
    body=(Body("application/json", "json"),),
    security=(("basicAuth",), ("bearerAuth",)),
    envelope="trainingImage",
)
_DELETE: Final[Operation[None]] = Operation(
    "DELETE",
    "/models/{modelId}/training-images/{trainingImageId}",
    Result("200", kind="none"),
    name="models.training_images.delete",
    params=(
        Param("modelId", "path"),
        Param("trainingImageId", "path"),
        Param("projectId", "query"),
    ),
    security=(("basicAuth",), ("bearerAuth",)),
)
_REPLACE: Final[Operation[TrainingImage]] = Operation(
    "PUT",
    "/models/{modelId}/training-images/{trainingImageId}",
    Result("200", "TrainingImage"),
    name="models.training_images.replace",
    params=(
        Param("modelId", "path"),
        Param("trainingImageId", "path"),
        Param("originalAssets", "query"),
        Param("projectId", "query"),
    ),
    body=(Body("application/json", "json"),),
    security=(("basicAuth",), ("bearerAuth",)),
    envelope="trainingImage",
)
_REPLACE_PAIRS: Final[Operation[TrainingImagePairs]] = Operation(
    "PUT",
    "/models/{modelId}/training-images/pairs",
    Result("200", "TrainingImagePairs"),
    name="models.training_images.replace_pairs",
    params=(
        Param("modelId", "path"),
        Param("projectId", "query"),
    ),
    body=(Body("application/json", "json"),),
    security=(("basicAuth",), ("bearerAuth",)),
)


class ModelsTrainingImages(Resource):
    """The methods of `models.training_images`."""

    @property
    def with_raw_response(self) -> ModelsTrainingImagesRaw:
        """The same methods, answering with status, headers and body beside the result."""
        return ModelsTrainingImagesRaw(self._raw_twin())

    def add(
        self,
        model_id: str,
        *,
        original_assets: bool | Unset = UNSET,
        project_id: str | Unset = UNSET,
        asset_id: str | Unset = UNSET,
        asset_ids: Sequence[str] | Unset = UNSET,
        data: str | Unset = UNSET,
        name: str | Unset = UNSET,
        preset: TrainingImagePreset | str | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> TrainingImage:
        """Add training images to a model.

        `POST /models/{modelId}/training-images`

        Args:
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
            asset_id: The asset to use; then `data` and `name` are ignored.
            asset_ids: The assets to use, instead of `assetId` or `data` and `name`. Limits: at most 10 items.
            data: The image as a data URL.
            name: The file name of the image.
            preset: What the images are for. One of 'default', 'style', 'subject'.
            extra_body: Fields to send that the specification does not list.
        """
        return self._send(
            _ADD,
            path={"modelId": model_id},
            query={"originalAssets": original_assets, "projectId": project_id},
            body={
                "assetId": asset_id,
                "assetIds": asset_ids,
                "data": data,
                "name": name,
                "preset": preset,
                **(extra_body or {}),
            },
        )

    def delete(self, model_id: str, training_image_id: str, *, project_id: str | Unset = UNSET) -> None:
        """Take a training image from a model.

        `DELETE /models/{modelId}/training-images/{trainingImageId}`

        Args:
            project_id: The project that owns the resource, or that is to own it.
        """
        return self._send(
            _DELETE,
            path={"modelId": model_id, "trainingImageId": training_image_id},
            query={"projectId": project_id},
        )

    def replace(
        self,
        model_id: str,
        training_image_id: str,
        *,
        original_assets: bool | Unset = UNSET,
        project_id: str | Unset = UNSET,
        asset_id: str | Unset = UNSET,
        asset_ids: Sequence[str] | Unset = UNSET,
        data: str | Unset = UNSET,
        name: str | Unset = UNSET,
        preset: TrainingImagePreset | str | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> TrainingImage:
        """Replace a training image of a model.

        `PUT /models/{modelId}/training-images/{trainingImageId}`

        Args:
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
            asset_id: The asset to use; then `data` and `name` are ignored.
            asset_ids: The assets to use, instead of `assetId` or `data` and `name`. Limits: at most 10 items.
            data: The image as a data URL.
            name: The file name of the image.
            preset: What the images are for. One of 'default', 'style', 'subject'.
            extra_body: Fields to send that the specification does not list.
        """
        return self._send(
            _REPLACE,
            path={"modelId": model_id, "trainingImageId": training_image_id},
            query={"originalAssets": original_assets, "projectId": project_id},
            body={
                "assetId": asset_id,
                "assetIds": asset_ids,
                "data": data,
                "name": name,
                "preset": preset,
                **(extra_body or {}),
            },
        )

    def replace_pairs(
        self,
        model_id: str,
        *,
        body: Sequence[TrainingImagePair | Mapping[str, Any]],
        project_id: str | Unset = UNSET,
    ) -> TrainingImagePairs:
        """Replace all pairs of training images of a model.

        `PUT /models/{modelId}/training-images/pairs`

        Args:
            project_id: The project that owns the resource, or that is to own it.
            body: The pairs of training images.
        """
        return self._send(
            _REPLACE_PAIRS, path={"modelId": model_id}, query={"projectId": project_id}, body=body
        )


class ModelsTrainingImagesRaw:
    """`ModelsTrainingImages`, with the raw response."""

    def __init__(self, resource: ModelsTrainingImages) -> None:
        self.add = raw(resource.add)
        self.delete = raw(resource.delete)
        self.replace = raw(resource.replace)
        self.replace_pairs = raw(resource.replace_pairs)


class AsyncModelsTrainingImages(AsyncResource):
    """The methods of `models.training_images`."""

    @property
    def with_raw_response(self) -> AsyncModelsTrainingImagesRaw:
        """The same methods, answering with status, headers and body beside the result."""
        return AsyncModelsTrainingImagesRaw(self._raw_twin())

    async def add(
        self,
        model_id: str,
        *,
        original_assets: bool | Unset = UNSET,
        project_id: str | Unset = UNSET,
        asset_id: str | Unset = UNSET,
        asset_ids: Sequence[str] | Unset = UNSET,
        data: str | Unset = UNSET,
        name: str | Unset = UNSET,
        preset: TrainingImagePreset | str | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> TrainingImage:
        """Add training images to a model.

        `POST /models/{modelId}/training-images`

        Args:
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
            asset_id: The asset to use; then `data` and `name` are ignored.
            asset_ids: The assets to use, instead of `assetId` or `data` and `name`. Limits: at most 10 items.
            data: The image as a data URL.
            name: The file name of the image.
            preset: What the images are for. One of 'default', 'style', 'subject'.
            extra_body: Fields to send that the specification does not list.
        """
        return await self._send(
            _ADD,
            path={"modelId": model_id},
            query={"originalAssets": original_assets, "projectId": project_id},
            body={
                "assetId": asset_id,
                "assetIds": asset_ids,
                "data": data,
                "name": name,
                "preset": preset,
                **(extra_body or {}),
            },
        )

    async def delete(self, model_id: str, training_image_id: str, *, project_id: str | Unset = UNSET) -> None:
        """Take a training image from a model.

        `DELETE /models/{modelId}/training-images/{trainingImageId}`

        Args:
            project_id: The project that owns the resource, or that is to own it.
        """
        return await self._send(
            _DELETE,
            path={"modelId": model_id, "trainingImageId": training_image_id},
            query={"projectId": project_id},
        )

    async def replace(
        self,
        model_id: str,
        training_image_id: str,
        *,
        original_assets: bool | Unset = UNSET,
        project_id: str | Unset = UNSET,
        asset_id: str | Unset = UNSET,
        asset_ids: Sequence[str] | Unset = UNSET,
        data: str | Unset = UNSET,
        name: str | Unset = UNSET,
        preset: TrainingImagePreset | str | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> TrainingImage:
        """Replace a training image of a model.

        `PUT /models/{modelId}/training-images/{trainingImageId}`

        Args:
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
            asset_id: The asset to use; then `data` and `name` are ignored.
            asset_ids: The assets to use, instead of `assetId` or `data` and `name`. Limits: at most 10 items.
            data: The image as a data URL.
            name: The file name of the image.
            preset: What the images are for. One of 'default', 'style', 'subject'.
            extra_body: Fields to send that the specification does not list.
        """
        return await self._send(
            _REPLACE,
            path={"modelId": model_id, "trainingImageId": training_image_id},
            query={"originalAssets": original_assets, "projectId": project_id},
            body={
                "assetId": asset_id,
                "assetIds": asset_ids,
                "data": data,
                "name": name,
                "preset": preset,
                **(extra_body or {}),
            },
        )

    async def replace_pairs(
        self,
        model_id: str,
        *,
        body: Sequence[TrainingImagePair | Mapping[str, Any]],
        project_id: str | Unset = UNSET,
    ) -> TrainingImagePairs:
        """Replace all pairs of training images of a model.

        `PUT /models/{modelId}/training-images/pairs`

        Args:
            project_id: The project that owns the resource, or that is to own it.
            body: The pairs of training images.
        """
        return await self._send(
            _REPLACE_PAIRS, path={"modelId": model_id}, query={"projectId": project_id}, body=body
        )


class AsyncModelsTrainingImagesRaw:
    """`AsyncModelsTrainingImages`, with the raw response."""

    def __init__(self, resource: AsyncModelsTrainingImages) -> None:
        self.add = raw_async(resource.add)
        self.delete = raw_async(resource.delete)
        self.replace = raw_async(resource.replace)
        self.replace_pairs = raw_async(resource.replace_pairs)
