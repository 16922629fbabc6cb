"""The methods of `models`."""

from __future__ import annotations

import builtins
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from .._runtime.operation import Body, Operation, Param, Result
from .._runtime.paging import Paginator
from .._runtime.raw import raw, raw_async
from .._runtime.resource import AsyncResource, Resource
from .._runtime.unset import UNSET
from .._runtime.waiting import Waiter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from .._runtime.paging import AsyncPages, Pages
    from .._runtime.unset import Unset
    from ..models import (
        BulkModel,
        Concept,
        DryRun,
        ListPrivacy,
        ListStatus,
        Model,
        ModelDownload,
        ModelType,
        SortBy,
        SortDirection,
        TagChanges,
        Training,
        TrainingParameters,
    )
    from .models_description import AsyncModelsDescription, ModelsDescription
    from .models_examples import AsyncModelsExamples, ModelsExamples
    from .models_train import AsyncModelsTrain, ModelsTrain
    from .models_training_images import AsyncModelsTrainingImages, ModelsTrainingImages

_COPY: Final[Operation[Model]] = Operation(
    "POST",
    "/models/{modelId}/copy",
    Result("200", "Model"),
    name="models.copy",
    params=(
        Param("modelId", "path"),
        Param("originalAssets", "query"),
        Param("projectId", "query"),
    ),
    body=(Body("application/json", "json"),),
    security=(("basicAuth",), ("bearerAuth",)),
    envelope="model",
)
_CREATE: Final[Operation[Model]] = Operation(
    "POST",
    "/models",
    Result("200", "Model"),
    name="models.create",
    params=(
        Param("originalAssets", "query"),
        Param("projectId", "query"),
    ),
    body=(Body("application/json", "json"),),
    security=(("basicAuth",), ("bearerAuth",)),
    envelope="model",
)
_DELETE: Final[Operation[None]] = Operation(
    "DELETE",
    "/models/{modelId}",
    Result("200", kind="none"),
    name="models.delete",
    params=(
        Param("modelId", "path"),
        Param("projectId", "query"),
    ),
    security=(("basicAuth",), ("bearerAuth",)),
)
_DELETE_IMAGES: Final[Operation[None]] = Operation(
    "DELETE",
    "/models/{modelId}/images",
    Result("200", kind="none"),
    name="models.delete_images",
    params=(
        Param("modelId", "path"),
        Param("ids", "query", explode=False),
        Param("projectId", "query"),
    ),
    security=(("basicAuth",), ("bearerAuth",)),
)
_DOWNLOAD: Final[Operation[ModelDownload]] = Operation(
    "POST",
    "/models/{modelId}/download",
    Result("200", "ModelDownload"),
    Result("269", "ModelDownload"),
    name="models.download",
    params=(
        Param("modelId", "path"),
        Param("dryRun", "query"),
        Param("projectId", "query"),
    ),
    body=(Body("application/json", "json"),),
    security=(("basicAuth",), ("bearerAuth",)),
)
_GET: Final[Operation[Model]] = Operation(
    "GET",
    "/models/{modelId}",
    Result("200", "Model"),
    name="models.get",
    params=(
        Param("modelId", "path"),
        Param("originalAssets", "query"),
        Param("projectId", "query"),
    ),
    security=(("basicAuth",), ("bearerAuth",)),
    envelope="model",
)
_GET_BULK: Final[Operation[list[BulkModel]]] = Operation(
    "POST",
    "/models/get-bulk",
    Result("200", "[BulkModel]"),
    name="models.get_bulk",
    params=(
        Param("originalAssets", "query"),
        Param("projectId", "query"),
    ),
    body=(Body("application/json", "json"),),
    security=(("basicAuth",), ("bearerAuth",)),
    envelope="models",
)
_LIST: Final[Operation[list[Model]]] = Operation(
    "GET",
    "/models",
    Result("200", "[Model]"),
    name="models.list",
    params=(
        Param("blacklisted", "query"),
        Param("collectionId", "query"),
        Param("collectionIds", "query"),
        Param("createdAfter", "query"),
        Param("createdBefore", "query"),
        Param("loadedOnly", "query"),
        Param("originalAssets", "query"),
        Param("pageSize", "query"),
        Param("paginationToken", "query"),
        Param("privacy", "query"),
        Param("projectId", "query"),
        Param("sortBy", "query"),
        Param("sortDirection", "query"),
        Param("status", "query"),
        Param("tags", "query"),
        Param("type", "query"),
        Param("types", "query", explode=False),
        Param("updatedAfter", "query"),
        Param("updatedBefore", "query"),
    ),
    security=(("basicAuth",), ("bearerAuth",)),
    envelope="models",
)
_LIST_PAGES: Final = Paginator(
    "cursor", cursor="paginationToken", size="pageSize", next="/nextPaginationToken", page_size=100
)
_TRANSFER: Final[Operation[Model]] = Operation(
    "POST",
    "/models/{modelId}/transfer",
    Result("200", "Model"),
    name="models.transfer",
    params=(
        Param("modelId", "path"),
        Param("projectId", "query"),
    ),
    body=(Body("application/json", "json"),),
    security=(("basicAuth",), ("bearerAuth",)),
    envelope="model",
)
_UPDATE: Final[Operation[Model]] = Operation(
    "PUT",
    "/models/{modelId}",
    Result("200", "Model"),
    name="models.update",
    params=(
        Param("modelId", "path"),
        Param("originalAssets", "query"),
        Param("projectId", "query"),
    ),
    body=(Body("application/json", "json"),),
    security=(("basicAuth",), ("bearerAuth",)),
    envelope="model",
)
_UPDATE_TAGS: Final[Operation[TagChanges]] = Operation(
    "PUT",
    "/models/{modelId}/tags",
    Result("200", "TagChanges"),
    name="models.update_tags",
    params=(
        Param("modelId", "path"),
        Param("projectId", "query"),
    ),
    body=(Body("application/json", "json"),),
    security=(("basicAuth",), ("bearerAuth",)),
)
_WAITER: Final = Waiter(
    status="/status",
    success=("trained",),
    failure=("failed", "training-canceled"),
    id="/model/id",
    interval=10,
    growth=1.5,
    max_interval=60,
    jitter=0.2,
)


class Models(Resource):
    """The methods of `models`."""

    @property
    def with_raw_response(self) -> ModelsRaw:
        """The same methods, answering with status, headers and body beside the result."""
        return ModelsRaw(self._raw_twin())

    @cached_property
    def description(self) -> ModelsDescription:
        """The methods of `models.description`."""
        from .models_description import ModelsDescription

        return ModelsDescription(self._client)

    @cached_property
    def examples(self) -> ModelsExamples:
        """The methods of `models.examples`."""
        from .models_examples import ModelsExamples

        return ModelsExamples(self._client)

    @cached_property
    def train(self) -> ModelsTrain:
        """The methods of `models.train`."""
        from .models_train import ModelsTrain

        return ModelsTrain(self._client)

    @cached_property
    def training_images(self) -> ModelsTrainingImages:
        """The methods of `models.training_images`."""
        from .models_training_images import ModelsTrainingImages

        return ModelsTrainingImages(self._client)

    def copy(
        self,
        model_id: str,
        *,
        original_assets: bool | Unset = UNSET,
        project_id: str | Unset = UNSET,
        copy_as_trained: bool | Unset = UNSET,
        copy_examples: bool | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Model:
        """Copy a model with its thumbnail, presets, training images and pairs.

        `POST /models/{modelId}/copy`

        Args:
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
            copy_as_trained: Copy what was trained too.
            copy_examples: Copy the examples too. The server's default: True.
            extra_body: Fields to send that the specification does not list.
        """
        return self._send(
            _COPY,
            path={"modelId": model_id},
            query={"originalAssets": original_assets, "projectId": project_id},
            body={"copyAsTrained": copy_as_trained, "copyExamples": copy_examples, **(extra_body or {})},
        )

    def create(
        self,
        *,
        original_assets: bool | Unset = UNSET,
        project_id: str | Unset = UNSET,
        base_model_id: str | Unset = UNSET,
        class_slug: str | None | Unset = UNSET,
        collection_ids: Sequence[str] | Unset = UNSET,
        concepts: Sequence[Concept | Mapping[str, Any]] | Unset = UNSET,
        name: str | Unset = UNSET,
        short_description: str | Unset = UNSET,
        type: ModelType | str | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Model:
        """Make a model to train.

        `POST /models`

        Args:
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
            base_model_id: The model to train from, such as `flux.1-dev`. Usually follows from the type.
            class_slug: The class of the model; null takes it away.
            collection_ids: The collections to put the model into.
            concepts: The concepts is required for the type model: composition
            name: The name. Training makes one up where there is none.
            short_description: What the model is for. Training makes one up where there is none.
            type: The model type (example: “flux.1-lora”) One of 'custom', 'elevenlabs-voice', 'flux.1',
                'flux.1-composition', 'flux.1-kontext-dev', 'flux.1-kontext-lora', 'flux.1-krea-dev',
                'flux.1-krea-lora', 'flux.1-lora', 'flux.1-pro', 'flux.1.1-pro-ultra',
                'flux.2-dev-edit-lora', 'flux.2-dev-lora', 'flux.2-klein-4b-edit-lora',
                'flux.2-klein-4b-lora', 'flux.2-klein-9b-edit-lora', 'flux.2-klein-9b-lora',
                'flux.2-klein-base-4b-edit-lora', 'flux.2-klein-base-4b-lora',
                'flux.2-klein-base-9b-edit-lora', 'flux.2-klein-base-9b-lora', 'flux1.1-pro',
                'gpt-image-1', 'qwen-image-2512-lora', 'qwen-image-edit-2509-lora',
                'qwen-image-edit-2511-lora', 'qwen-image-edit-lora', 'qwen-image-lora', 'sd-1_5',
                'sd-1_5-composition', 'sd-1_5-lora', 'sd-xl', 'sd-xl-composition', 'sd-xl-lora',
                'zimage-de-turbo-lora', 'zimage-lora', 'zimage-turbo-lora'.
            extra_body: Fields to send that the specification does not list.
        """
        return self._send(
            _CREATE,
            query={"originalAssets": original_assets, "projectId": project_id},
            body={
                "baseModelId": base_model_id,
                "classSlug": class_slug,
                "collectionIds": collection_ids,
                "concepts": concepts,
                "name": name,
                "shortDescription": short_description,
                "type": type,
                **(extra_body or {}),
            },
        )

    def delete(self, model_id: str, *, project_id: str | Unset = UNSET) -> None:
        """Delete a model.

        `DELETE /models/{modelId}`

        Args:
            project_id: The project that owns the resource, or that is to own it.
        """
        return self._send(_DELETE, path={"modelId": model_id}, query={"projectId": project_id})

    def delete_images(self, model_id: str, *, ids: Sequence[str], project_id: str | Unset = UNSET) -> None:
        """Delete images of a model.

        `DELETE /models/{modelId}/images`

        Args:
            ids: The asset ids of the images to delete.
            project_id: The project that owns the resource, or that is to own it.
        """
        return self._send(
            _DELETE_IMAGES, path={"modelId": model_id}, query={"ids": ids, "projectId": project_id}
        )

    def download(
        self,
        model_id: str,
        *,
        dry_run: DryRun | str | Unset = UNSET,
        project_id: str | Unset = UNSET,
        model_epoch: str | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> ModelDownload:
        """Start a job that makes a link to download a model.

        `POST /models/{modelId}/download`

        Args:
            dry_run: Answer what it would cost (status 269) and start nothing; `api` is at the prices of the
                API. One of 'true', 'api'.
            project_id: The project that owns the resource, or that is to own it.
            model_epoch: The epoch to download, of a model that has epochs.
            extra_body: Fields to send that the specification does not list.
        """
        return self._send(
            _DOWNLOAD,
            path={"modelId": model_id},
            query={"dryRun": dry_run, "projectId": project_id},
            body={"modelEpoch": model_epoch, **(extra_body or {})},
        )

    def get(
        self, model_id: str, *, original_assets: bool | Unset = UNSET, project_id: str | Unset = UNSET
    ) -> Model:
        """Get a model, and how far its training is.

        `GET /models/{modelId}`

        Args:
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
        """
        return self._send(
            _GET,
            path={"modelId": model_id},
            query={"originalAssets": original_assets, "projectId": project_id},
        )

    def get_bulk(
        self,
        *,
        original_assets: bool | Unset = UNSET,
        project_id: str | Unset = UNSET,
        all_training_images: bool | Unset = UNSET,
        minimal: bool | Unset = UNSET,
        model_ids: Sequence[str] | Unset = UNSET,
        settings: bool | Unset = UNSET,
        thumbnail: bool | Unset = UNSET,
        training_images_preview: bool | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> builtins.list[BulkModel]:
        """Get several models by their ids.

        `POST /models/get-bulk`

        Args:
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
            all_training_images: All training images, not the first three.
            minimal: Only id, name and type; the other members are ignored.
            model_ids: The models to answer.
            settings: The prompt embeddings too.
            thumbnail: The thumbnail too, or the first training image where there is none.
            training_images_preview: Only the first three training images.
            extra_body: Fields to send that the specification does not list.
        """
        return self._send(
            _GET_BULK,
            query={"originalAssets": original_assets, "projectId": project_id},
            body={
                "allTrainingImages": all_training_images,
                "minimal": minimal,
                "modelIds": model_ids,
                "settings": settings,
                "thumbnail": thumbnail,
                "trainingImagesPreview": training_images_preview,
                **(extra_body or {}),
            },
        )

    def list(
        self,
        *,
        blacklisted: bool | Unset = UNSET,
        collection_id: str | Unset = UNSET,
        collection_ids: str | Unset = UNSET,
        created_after: str | Unset = UNSET,
        created_before: str | Unset = UNSET,
        loaded_only: bool | Unset = UNSET,
        original_assets: bool | Unset = UNSET,
        page_size: int | Unset = UNSET,
        pagination_token: str | Unset = UNSET,
        privacy: ListPrivacy | str | Unset = UNSET,
        project_id: str | Unset = UNSET,
        sort_by: SortBy | str | Unset = UNSET,
        sort_direction: SortDirection | str | Unset = UNSET,
        status: ListStatus | str | Unset = UNSET,
        tags: str | Unset = UNSET,
        type: str | Unset = UNSET,
        types: Sequence[str] | Unset = UNSET,
        updated_after: str | Unset = UNSET,
        updated_before: str | Unset = UNSET,
        limit: int | None = None,
    ) -> Pages[Model]:
        """List the models of a project, or the public ones.

        `GET /models`

        Args:
            blacklisted: Blacklisted models too; for admins of a team.
            collection_id: Only the models of this collection; not for public ones.
            collection_ids: Only the public models of these collections, separated by commas.
            created_after: Only models made after this ISO date. `sortBy` must be `createdAt`.
            created_before: Only models made before this ISO date. `sortBy` must be `createdAt`.
            loaded_only: Only models that a GPU has loaded now.
            original_assets: Answer with the assets as they were uploaded, not transformed.
            page_size: How many models a page has. Limits: at least 1, at most 500. The server's default: 100.
            pagination_token: The `nextPaginationToken` of the page before.
            privacy: Whether to list the public models or one's own. One of 'private', 'public'. The server's
                default: 'private'.
            project_id: The project that owns the resource, or that is to own it.
            sort_by: What to sort by. Public models are sorted by score unless this says otherwise. One of
                'createdAt', 'updatedAt', 'score'.
            sort_direction: In which direction to sort by `sortBy`. One of 'asc', 'desc'.
            status: Only models with this status; not for public ones. One of 'new', 'training', 'trained',
                'failed', 'deleted'.
            tags: Only public models with these tags, separated by commas.
            type: Only public models of this type. Not together with `types`.
            types: Only public models of these types. Not together with `type`.
            updated_after: Only public models changed after this ISO date. `sortBy` must be `updatedAt`.
            updated_before: Only public models changed before this ISO date. `sortBy` must be `updatedAt`.
            limit: How many items to give in all; None for all there are.
        """
        return self._pages(
            _LIST,
            _LIST_PAGES,
            query={
                "blacklisted": blacklisted,
                "collectionId": collection_id,
                "collectionIds": collection_ids,
                "createdAfter": created_after,
                "createdBefore": created_before,
                "loadedOnly": loaded_only,
                "originalAssets": original_assets,
                "pageSize": page_size,
                "paginationToken": pagination_token,
                "privacy": privacy,
                "projectId": project_id,
                "sortBy": sort_by,
                "sortDirection": sort_direction,
                "status": status,
                "tags": tags,
                "type": type,
                "types": types,
                "updatedAfter": updated_after,
                "updatedBefore": updated_before,
            },
            limit=limit,
        )

    def transfer(
        self,
        model_id: str,
        *,
        destination_project_id: str,
        project_id: str | Unset = UNSET,
        destination_team_id: str | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Model:
        """Give a model, training images included, to another project.

        `POST /models/{modelId}/transfer`

        Args:
            project_id: The project that owns the resource, or that is to own it.
            destination_project_id: The project to copy the model to.
            destination_team_id: The team of that project.
            extra_body: Fields to send that the specification does not list.
        """
        return self._send(
            _TRANSFER,
            path={"modelId": model_id},
            query={"projectId": project_id},
            body={
                "destinationProjectId": destination_project_id,
                "destinationTeamId": destination_team_id,
                **(extra_body or {}),
            },
        )

    def update(
        self,
        model_id: str,
        *,
        original_assets: bool | Unset = UNSET,
        project_id: str | Unset = UNSET,
        class_slug: str | None | Unset = UNSET,
        concepts: Sequence[Concept | Mapping[str, Any]] | Unset = UNSET,
        epoch: str | None | Unset = UNSET,
        name: str | Unset = UNSET,
        negative_prompt_embedding: str | Unset = UNSET,
        parameters: TrainingParameters | Mapping[str, Any] | Unset = UNSET,
        prompt_embedding: str | Unset = UNSET,
        short_description: str | Unset = UNSET,
        thumbnail: str | None | Unset = UNSET,
        type: ModelType | str | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Model:
        """Change a model.

        `PUT /models/{modelId}`

        Args:
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
            class_slug: The class of the model; null takes it away.
            concepts: The concepts is required for the type model: composition
            epoch: The epoch to use, of a trained model that has epochs; null is the last one.
            name: The name.
            negative_prompt_embedding: Text that is added to every negative prompt.
            parameters: The parameters of the model
            prompt_embedding: Text that is added to every prompt.
            short_description: What the model is for.
            thumbnail: The asset to use as a thumbnail; null takes it away.
            type: The model type (example: “flux.1-lora”) One of 'custom', 'elevenlabs-voice', 'flux.1',
                'flux.1-composition', 'flux.1-kontext-dev', 'flux.1-kontext-lora', 'flux.1-krea-dev',
                'flux.1-krea-lora', 'flux.1-lora', 'flux.1-pro', 'flux.1.1-pro-ultra',
                'flux.2-dev-edit-lora', 'flux.2-dev-lora', 'flux.2-klein-4b-edit-lora',
                'flux.2-klein-4b-lora', 'flux.2-klein-9b-edit-lora', 'flux.2-klein-9b-lora',
                'flux.2-klein-base-4b-edit-lora', 'flux.2-klein-base-4b-lora',
                'flux.2-klein-base-9b-edit-lora', 'flux.2-klein-base-9b-lora', 'flux1.1-pro',
                'gpt-image-1', 'qwen-image-2512-lora', 'qwen-image-edit-2509-lora',
                'qwen-image-edit-2511-lora', 'qwen-image-edit-lora', 'qwen-image-lora', 'sd-1_5',
                'sd-1_5-composition', 'sd-1_5-lora', 'sd-xl', 'sd-xl-composition', 'sd-xl-lora',
                'zimage-de-turbo-lora', 'zimage-lora', 'zimage-turbo-lora'.
            extra_body: Fields to send that the specification does not list.
        """
        return self._send(
            _UPDATE,
            path={"modelId": model_id},
            query={"originalAssets": original_assets, "projectId": project_id},
            body={
                "classSlug": class_slug,
                "concepts": concepts,
                "epoch": epoch,
                "name": name,
                "negativePromptEmbedding": negative_prompt_embedding,
                "parameters": parameters,
                "promptEmbedding": prompt_embedding,
                "shortDescription": short_description,
                "thumbnail": thumbnail,
                "type": type,
                **(extra_body or {}),
            },
        )

    def update_tags(
        self,
        model_id: str,
        *,
        project_id: str | Unset = UNSET,
        add: Sequence[str] | Unset = UNSET,
        delete: Sequence[str] | Unset = UNSET,
        strict: bool | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> TagChanges:
        """Add tags to a model, and take tags away.

        `PUT /models/{modelId}/tags`

        Args:
            project_id: The project that owns the resource, or that is to own it.
            add: Tags to add.
            delete: Tags to take away.
            strict: Fail where a tag to add is there, or one to take away is not.
            extra_body: Fields to send that the specification does not list.
        """
        return self._send(
            _UPDATE_TAGS,
            path={"modelId": model_id},
            query={"projectId": project_id},
            body={"add": add, "delete": delete, "strict": strict, **(extra_body or {})},
        )

    def wait(
        self,
        model_id: str | Training,
        *,
        original_assets: bool | Unset = UNSET,
        project_id: str | Unset = UNSET,
        timeout: float | None = 7200.0,
        on_poll: Callable[[Model], object] | None = None,
    ) -> Model:
        """Poll `get` until the job has ended.

        Args:
            model_id: The id of the job, or what `trigger` returned.
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
            timeout: Seconds to wait in all, None for no limit.
            on_poll: Called with each state as it is read.

        Raises:
            JobFailedError: The job ended in a failure; `.id` and `.job` tell which.
            JobTimeoutError: The time was up; the job goes on, `.id` finds it again.
        """
        return self._wait(
            _WAITER,
            lambda job: self.get(job, original_assets=original_assets, project_id=project_id),
            model_id,
            timeout=timeout,
            on_poll=on_poll,
        )


class ModelsRaw:
    """`Models`, with the raw response."""

    def __init__(self, resource: Models) -> None:
        self.copy = raw(resource.copy)
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.delete_images = raw(resource.delete_images)
        self.download = raw(resource.download)
        self.get = raw(resource.get)
        self.get_bulk = raw(resource.get_bulk)
        self.transfer = raw(resource.transfer)
        self.update = raw(resource.update)
        self.update_tags = raw(resource.update_tags)


class AsyncModels(AsyncResource):
    """The methods of `models`."""

    @property
    def with_raw_response(self) -> AsyncModelsRaw:
        """The same methods, answering with status, headers and body beside the result."""
        return AsyncModelsRaw(self._raw_twin())

    @cached_property
    def description(self) -> AsyncModelsDescription:
        """The methods of `models.description`."""
        from .models_description import AsyncModelsDescription

        return AsyncModelsDescription(self._client)

    @cached_property
    def examples(self) -> AsyncModelsExamples:
        """The methods of `models.examples`."""
        from .models_examples import AsyncModelsExamples

        return AsyncModelsExamples(self._client)

    @cached_property
    def train(self) -> AsyncModelsTrain:
        """The methods of `models.train`."""
        from .models_train import AsyncModelsTrain

        return AsyncModelsTrain(self._client)

    @cached_property
    def training_images(self) -> AsyncModelsTrainingImages:
        """The methods of `models.training_images`."""
        from .models_training_images import AsyncModelsTrainingImages

        return AsyncModelsTrainingImages(self._client)

    async def copy(
        self,
        model_id: str,
        *,
        original_assets: bool | Unset = UNSET,
        project_id: str | Unset = UNSET,
        copy_as_trained: bool | Unset = UNSET,
        copy_examples: bool | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Model:
        """Copy a model with its thumbnail, presets, training images and pairs.

        `POST /models/{modelId}/copy`

        Args:
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
            copy_as_trained: Copy what was trained too.
            copy_examples: Copy the examples too. The server's default: True.
            extra_body: Fields to send that the specification does not list.
        """
        return await self._send(
            _COPY,
            path={"modelId": model_id},
            query={"originalAssets": original_assets, "projectId": project_id},
            body={"copyAsTrained": copy_as_trained, "copyExamples": copy_examples, **(extra_body or {})},
        )

    async def create(
        self,
        *,
        original_assets: bool | Unset = UNSET,
        project_id: str | Unset = UNSET,
        base_model_id: str | Unset = UNSET,
        class_slug: str | None | Unset = UNSET,
        collection_ids: Sequence[str] | Unset = UNSET,
        concepts: Sequence[Concept | Mapping[str, Any]] | Unset = UNSET,
        name: str | Unset = UNSET,
        short_description: str | Unset = UNSET,
        type: ModelType | str | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Model:
        """Make a model to train.

        `POST /models`

        Args:
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
            base_model_id: The model to train from, such as `flux.1-dev`. Usually follows from the type.
            class_slug: The class of the model; null takes it away.
            collection_ids: The collections to put the model into.
            concepts: The concepts is required for the type model: composition
            name: The name. Training makes one up where there is none.
            short_description: What the model is for. Training makes one up where there is none.
            type: The model type (example: “flux.1-lora”) One of 'custom', 'elevenlabs-voice', 'flux.1',
                'flux.1-composition', 'flux.1-kontext-dev', 'flux.1-kontext-lora', 'flux.1-krea-dev',
                'flux.1-krea-lora', 'flux.1-lora', 'flux.1-pro', 'flux.1.1-pro-ultra',
                'flux.2-dev-edit-lora', 'flux.2-dev-lora', 'flux.2-klein-4b-edit-lora',
                'flux.2-klein-4b-lora', 'flux.2-klein-9b-edit-lora', 'flux.2-klein-9b-lora',
                'flux.2-klein-base-4b-edit-lora', 'flux.2-klein-base-4b-lora',
                'flux.2-klein-base-9b-edit-lora', 'flux.2-klein-base-9b-lora', 'flux1.1-pro',
                'gpt-image-1', 'qwen-image-2512-lora', 'qwen-image-edit-2509-lora',
                'qwen-image-edit-2511-lora', 'qwen-image-edit-lora', 'qwen-image-lora', 'sd-1_5',
                'sd-1_5-composition', 'sd-1_5-lora', 'sd-xl', 'sd-xl-composition', 'sd-xl-lora',
                'zimage-de-turbo-lora', 'zimage-lora', 'zimage-turbo-lora'.
            extra_body: Fields to send that the specification does not list.
        """
        return await self._send(
            _CREATE,
            query={"originalAssets": original_assets, "projectId": project_id},
            body={
                "baseModelId": base_model_id,
                "classSlug": class_slug,
                "collectionIds": collection_ids,
                "concepts": concepts,
                "name": name,
                "shortDescription": short_description,
                "type": type,
                **(extra_body or {}),
            },
        )

    async def delete(self, model_id: str, *, project_id: str | Unset = UNSET) -> None:
        """Delete a model.

        `DELETE /models/{modelId}`

        Args:
            project_id: The project that owns the resource, or that is to own it.
        """
        return await self._send(_DELETE, path={"modelId": model_id}, query={"projectId": project_id})

    async def delete_images(
        self, model_id: str, *, ids: Sequence[str], project_id: str | Unset = UNSET
    ) -> None:
        """Delete images of a model.

        `DELETE /models/{modelId}/images`

        Args:
            ids: The asset ids of the images to delete.
            project_id: The project that owns the resource, or that is to own it.
        """
        return await self._send(
            _DELETE_IMAGES, path={"modelId": model_id}, query={"ids": ids, "projectId": project_id}
        )

    async def download(
        self,
        model_id: str,
        *,
        dry_run: DryRun | str | Unset = UNSET,
        project_id: str | Unset = UNSET,
        model_epoch: str | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> ModelDownload:
        """Start a job that makes a link to download a model.

        `POST /models/{modelId}/download`

        Args:
            dry_run: Answer what it would cost (status 269) and start nothing; `api` is at the prices of the
                API. One of 'true', 'api'.
            project_id: The project that owns the resource, or that is to own it.
            model_epoch: The epoch to download, of a model that has epochs.
            extra_body: Fields to send that the specification does not list.
        """
        return await self._send(
            _DOWNLOAD,
            path={"modelId": model_id},
            query={"dryRun": dry_run, "projectId": project_id},
            body={"modelEpoch": model_epoch, **(extra_body or {})},
        )

    async def get(
        self, model_id: str, *, original_assets: bool | Unset = UNSET, project_id: str | Unset = UNSET
    ) -> Model:
        """Get a model, and how far its training is.

        `GET /models/{modelId}`

        Args:
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
        """
        return await self._send(
            _GET,
            path={"modelId": model_id},
            query={"originalAssets": original_assets, "projectId": project_id},
        )

    async def get_bulk(
        self,
        *,
        original_assets: bool | Unset = UNSET,
        project_id: str | Unset = UNSET,
        all_training_images: bool | Unset = UNSET,
        minimal: bool | Unset = UNSET,
        model_ids: Sequence[str] | Unset = UNSET,
        settings: bool | Unset = UNSET,
        thumbnail: bool | Unset = UNSET,
        training_images_preview: bool | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> builtins.list[BulkModel]:
        """Get several models by their ids.

        `POST /models/get-bulk`

        Args:
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
            all_training_images: All training images, not the first three.
            minimal: Only id, name and type; the other members are ignored.
            model_ids: The models to answer.
            settings: The prompt embeddings too.
            thumbnail: The thumbnail too, or the first training image where there is none.
            training_images_preview: Only the first three training images.
            extra_body: Fields to send that the specification does not list.
        """
        return await self._send(
            _GET_BULK,
            query={"originalAssets": original_assets, "projectId": project_id},
            body={
                "allTrainingImages": all_training_images,
                "minimal": minimal,
                "modelIds": model_ids,
                "settings": settings,
                "thumbnail": thumbnail,
                "trainingImagesPreview": training_images_preview,
                **(extra_body or {}),
            },
        )

    def list(
        self,
        *,
        blacklisted: bool | Unset = UNSET,
        collection_id: str | Unset = UNSET,
        collection_ids: str | Unset = UNSET,
        created_after: str | Unset = UNSET,
        created_before: str | Unset = UNSET,
        loaded_only: bool | Unset = UNSET,
        original_assets: bool | Unset = UNSET,
        page_size: int | Unset = UNSET,
        pagination_token: str | Unset = UNSET,
        privacy: ListPrivacy | str | Unset = UNSET,
        project_id: str | Unset = UNSET,
        sort_by: SortBy | str | Unset = UNSET,
        sort_direction: SortDirection | str | Unset = UNSET,
        status: ListStatus | str | Unset = UNSET,
        tags: str | Unset = UNSET,
        type: str | Unset = UNSET,
        types: Sequence[str] | Unset = UNSET,
        updated_after: str | Unset = UNSET,
        updated_before: str | Unset = UNSET,
        limit: int | None = None,
    ) -> AsyncPages[Model]:
        """List the models of a project, or the public ones.

        `GET /models`

        Args:
            blacklisted: Blacklisted models too; for admins of a team.
            collection_id: Only the models of this collection; not for public ones.
            collection_ids: Only the public models of these collections, separated by commas.
            created_after: Only models made after this ISO date. `sortBy` must be `createdAt`.
            created_before: Only models made before this ISO date. `sortBy` must be `createdAt`.
            loaded_only: Only models that a GPU has loaded now.
            original_assets: Answer with the assets as they were uploaded, not transformed.
            page_size: How many models a page has. Limits: at least 1, at most 500. The server's default: 100.
            pagination_token: The `nextPaginationToken` of the page before.
            privacy: Whether to list the public models or one's own. One of 'private', 'public'. The server's
                default: 'private'.
            project_id: The project that owns the resource, or that is to own it.
            sort_by: What to sort by. Public models are sorted by score unless this says otherwise. One of
                'createdAt', 'updatedAt', 'score'.
            sort_direction: In which direction to sort by `sortBy`. One of 'asc', 'desc'.
            status: Only models with this status; not for public ones. One of 'new', 'training', 'trained',
                'failed', 'deleted'.
            tags: Only public models with these tags, separated by commas.
            type: Only public models of this type. Not together with `types`.
            types: Only public models of these types. Not together with `type`.
            updated_after: Only public models changed after this ISO date. `sortBy` must be `updatedAt`.
            updated_before: Only public models changed before this ISO date. `sortBy` must be `updatedAt`.
            limit: How many items to give in all; None for all there are.
        """
        return self._pages(
            _LIST,
            _LIST_PAGES,
            query={
                "blacklisted": blacklisted,
                "collectionId": collection_id,
                "collectionIds": collection_ids,
                "createdAfter": created_after,
                "createdBefore": created_before,
                "loadedOnly": loaded_only,
                "originalAssets": original_assets,
                "pageSize": page_size,
                "paginationToken": pagination_token,
                "privacy": privacy,
                "projectId": project_id,
                "sortBy": sort_by,
                "sortDirection": sort_direction,
                "status": status,
                "tags": tags,
                "type": type,
                "types": types,
                "updatedAfter": updated_after,
                "updatedBefore": updated_before,
            },
            limit=limit,
        )

    async def transfer(
        self,
        model_id: str,
        *,
        destination_project_id: str,
        project_id: str | Unset = UNSET,
        destination_team_id: str | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Model:
        """Give a model, training images included, to another project.

        `POST /models/{modelId}/transfer`

        Args:
            project_id: The project that owns the resource, or that is to own it.
            destination_project_id: The project to copy the model to.
            destination_team_id: The team of that project.
            extra_body: Fields to send that the specification does not list.
        """
        return await self._send(
            _TRANSFER,
            path={"modelId": model_id},
            query={"projectId": project_id},
            body={
                "destinationProjectId": destination_project_id,
                "destinationTeamId": destination_team_id,
                **(extra_body or {}),
            },
        )

    async def update(
        self,
        model_id: str,
        *,
        original_assets: bool | Unset = UNSET,
        project_id: str | Unset = UNSET,
        class_slug: str | None | Unset = UNSET,
        concepts: Sequence[Concept | Mapping[str, Any]] | Unset = UNSET,
        epoch: str | None | Unset = UNSET,
        name: str | Unset = UNSET,
        negative_prompt_embedding: str | Unset = UNSET,
        parameters: TrainingParameters | Mapping[str, Any] | Unset = UNSET,
        prompt_embedding: str | Unset = UNSET,
        short_description: str | Unset = UNSET,
        thumbnail: str | None | Unset = UNSET,
        type: ModelType | str | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Model:
        """Change a model.

        `PUT /models/{modelId}`

        Args:
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
            class_slug: The class of the model; null takes it away.
            concepts: The concepts is required for the type model: composition
            epoch: The epoch to use, of a trained model that has epochs; null is the last one.
            name: The name.
            negative_prompt_embedding: Text that is added to every negative prompt.
            parameters: The parameters of the model
            prompt_embedding: Text that is added to every prompt.
            short_description: What the model is for.
            thumbnail: The asset to use as a thumbnail; null takes it away.
            type: The model type (example: “flux.1-lora”) One of 'custom', 'elevenlabs-voice', 'flux.1',
                'flux.1-composition', 'flux.1-kontext-dev', 'flux.1-kontext-lora', 'flux.1-krea-dev',
                'flux.1-krea-lora', 'flux.1-lora', 'flux.1-pro', 'flux.1.1-pro-ultra',
                'flux.2-dev-edit-lora', 'flux.2-dev-lora', 'flux.2-klein-4b-edit-lora',
                'flux.2-klein-4b-lora', 'flux.2-klein-9b-edit-lora', 'flux.2-klein-9b-lora',
                'flux.2-klein-base-4b-edit-lora', 'flux.2-klein-base-4b-lora',
                'flux.2-klein-base-9b-edit-lora', 'flux.2-klein-base-9b-lora', 'flux1.1-pro',
                'gpt-image-1', 'qwen-image-2512-lora', 'qwen-image-edit-2509-lora',
                'qwen-image-edit-2511-lora', 'qwen-image-edit-lora', 'qwen-image-lora', 'sd-1_5',
                'sd-1_5-composition', 'sd-1_5-lora', 'sd-xl', 'sd-xl-composition', 'sd-xl-lora',
                'zimage-de-turbo-lora', 'zimage-lora', 'zimage-turbo-lora'.
            extra_body: Fields to send that the specification does not list.
        """
        return await self._send(
            _UPDATE,
            path={"modelId": model_id},
            query={"originalAssets": original_assets, "projectId": project_id},
            body={
                "classSlug": class_slug,
                "concepts": concepts,
                "epoch": epoch,
                "name": name,
                "negativePromptEmbedding": negative_prompt_embedding,
                "parameters": parameters,
                "promptEmbedding": prompt_embedding,
                "shortDescription": short_description,
                "thumbnail": thumbnail,
                "type": type,
                **(extra_body or {}),
            },
        )

    async def update_tags(
        self,
        model_id: str,
        *,
        project_id: str | Unset = UNSET,
        add: Sequence[str] | Unset = UNSET,
        delete: Sequence[str] | Unset = UNSET,
        strict: bool | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> TagChanges:
        """Add tags to a model, and take tags away.

        `PUT /models/{modelId}/tags`

        Args:
            project_id: The project that owns the resource, or that is to own it.
            add: Tags to add.
            delete: Tags to take away.
            strict: Fail where a tag to add is there, or one to take away is not.
            extra_body: Fields to send that the specification does not list.
        """
        return await self._send(
            _UPDATE_TAGS,
            path={"modelId": model_id},
            query={"projectId": project_id},
            body={"add": add, "delete": delete, "strict": strict, **(extra_body or {})},
        )

    async def wait(
        self,
        model_id: str | Training,
        *,
        original_assets: bool | Unset = UNSET,
        project_id: str | Unset = UNSET,
        timeout: float | None = 7200.0,
        on_poll: Callable[[Model], object] | None = None,
    ) -> Model:
        """Poll `get` until the job has ended.

        Args:
            model_id: The id of the job, or what `trigger` returned.
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
            timeout: Seconds to wait in all, None for no limit.
            on_poll: Called with each state as it is read.

        Raises:
            JobFailedError: The job ended in a failure; `.id` and `.job` tell which.
            JobTimeoutError: The time was up; the job goes on, `.id` finds it again.
        """
        return await self._wait(
            _WAITER,
            lambda job: self.get(job, original_assets=original_assets, project_id=project_id),
            model_id,
            timeout=timeout,
            on_poll=on_poll,
        )


class AsyncModelsRaw:
    """`AsyncModels`, with the raw response."""

    def __init__(self, resource: AsyncModels) -> None:
        self.copy = raw_async(resource.copy)
        self.create = raw_async(resource.create)
        self.delete = raw_async(resource.delete)
        self.delete_images = raw_async(resource.delete_images)
        self.download = raw_async(resource.download)
        self.get = raw_async(resource.get)
        self.get_bulk = raw_async(resource.get_bulk)
        self.transfer = raw_async(resource.transfer)
        self.update = raw_async(resource.update)
        self.update_tags = raw_async(resource.update_tags)
