"""The methods of `models`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .._runtime.operation import Body, Operation, Param, Result
from .._runtime.raw import raw, raw_async
from .._runtime.resource import AsyncResource, Resource
from .._runtime.unset import UNSET
from .._runtime.waiting import Waiter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .._runtime.unset import Unset
    from ..models import (
        CustomModel,
        CustomModelType,
        DeletedObject,
        ModelSDVersion,
        ModelTrainingJob,
        PlatformModel,
        TrainingStrength,
    )

_CREATE: Final[Operation[ModelTrainingJob]] = Operation(
    "POST",
    "/models",
    Result("200", "ModelTrainingJob"),
    name="models.create",
    body=(Body("application/json", "json"),),
    security=(("bearerAuth",),),
    envelope="sdTrainingJob",
)
_DELETE: Final[Operation[DeletedObject]] = Operation(
    "DELETE",
    "/models/{id}",
    Result("200", "DeletedObject"),
    name="models.delete",
    params=(Param("id", "path"),),
    security=(("bearerAuth",),),
    envelope="delete_custom_models_by_pk",
)
_GET: Final[Operation[CustomModel]] = Operation(
    "GET",
    "/models/{id}",
    Result("200", "CustomModel"),
    name="models.get",
    params=(Param("id", "path"),),
    security=(("bearerAuth",),),
    envelope="custom_models_by_pk",
)
_LIST_BY_USER: Final[Operation[list[CustomModel | None]]] = Operation(
    "GET",
    "/models/user/{userId}",
    Result("200", "[CustomModel]"),
    name="models.list_by_user",
    params=(Param("userId", "path"),),
    security=(("bearerAuth",),),
    envelope="custom_models",
)
_LIST_PLATFORM: Final[Operation[list[PlatformModel]]] = Operation(
    "GET",
    "/platformModels",
    Result("200", "[PlatformModel]"),
    name="models.list_platform",
    security=(("bearerAuth",),),
    envelope="custom_models",
)
_WAITER: Final = Waiter(
    status="/status",
    success=("COMPLETE",),
    failure=("FAILED",),
    id="/customModelId",
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

    def create(
        self,
        *,
        dataset_id: str,
        instance_prompt: str,
        name: str,
        description: str | None | Unset = UNSET,
        model_type: CustomModelType | str | Unset = UNSET,
        nsfw: bool | None | Unset = UNSET,
        resolution: int | None | Unset = UNSET,
        sd_version: ModelSDVersion | str | None | Unset = UNSET,
        strength: TrainingStrength | str | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> ModelTrainingJob:
        """Train a Custom Model.

        This endpoint will train a new custom model

        `POST /models`

        Args:
            dataset_id: The ID of the dataset to train the model on.
            instance_prompt: The instance prompt to use during training.
            name: The name of the model.
            description: The description of the model. The server's default: ''.
            model_type: The category the most accurately reflects the model. One of 'GENERAL', 'BUILDINGS',
                'CHARACTERS', 'ENVIRONMENTS', 'FASHION', 'ILLUSTRATIONS', 'GAME_ITEMS',
                'GRAPHICAL_ELEMENTS', 'PHOTOGRAPHY', 'PIXEL_ART', 'PRODUCT_DESIGN', 'TEXTURES',
                'UI_ELEMENTS', 'VECTOR'. The server's default: 'GENERAL'.
            nsfw: Whether or not the model is NSFW. The server's default: False.
            resolution: The resolution for training. Must be 512 or 768. The server's default: 512.
            sd_version: The base version of stable diffusion to use if not using a custom model. v1_5 is 1.5, v2
                is 2.1, if not specified it will default to v1_5. One of 'v1_5', 'v2'.
            strength: When training using the PIXEL_ART model type, this influences the training strength. One
                of 'VERY_LOW', 'LOW', 'MEDIUM', 'HIGH'. The server's default: 'MEDIUM'.
            extra_body: Fields to send that the specification does not list.
        """
        return self._send(
            _CREATE,
            body={
                "datasetId": dataset_id,
                "instance_prompt": instance_prompt,
                "name": name,
                "description": description,
                "modelType": model_type,
                "nsfw": nsfw,
                "resolution": resolution,
                "sd_version": sd_version,
                "strength": strength,
                **(extra_body or {}),
            },
        )

    def delete(self, id: str) -> DeletedObject:
        """Delete a Single Custom Model by ID.

        This endpoint will delete a specific custom model

        `DELETE /models/{id}`

        Args:
            id: The ID of the model to delete.
        """
        return self._send(_DELETE, path={"id": id})

    def get(self, id: str) -> CustomModel:
        """Get a Single Custom Model by ID.

        This endpoint gets the specific custom model

        `GET /models/{id}`

        Args:
            id: The ID of the custom model to return.
        """
        return self._send(_GET, path={"id": id})

    def list_by_user(self, user_id: str) -> list[CustomModel | None]:
        """Get a list of Custom Models by User ID.

        This endpoint gets the list of custom models belongs to the user.

        `GET /models/user/{userId}`

        Args:
            user_id: The ID of the user to return.
        """
        return self._send(_LIST_BY_USER, path={"userId": user_id})

    def list_platform(self) -> list[PlatformModel]:
        """List Platform Models.

        Get a list of public Platform Models available for use with generations.

        `GET /platformModels`
        """
        return self._send(_LIST_PLATFORM)

    def wait(
        self,
        id: str | ModelTrainingJob,
        *,
        timeout: float | None = 7200.0,
        on_poll: Callable[[CustomModel], object] | None = None,
    ) -> CustomModel:
        """Poll `get` until the job has ended.

        Args:
            id: The id of the job, or what `create` returned.
            timeout: Seconds to wait in all, None for no limit.
            on_poll: Called with each state as it is read.

        Raises:
            JobFailedError: The job ended in a failure; `.id` and `.job` tell which.
            JobTimeoutError: The time was up; the job goes on, `.id` finds it again.
        """
        return self._wait(_WAITER, self.get, id, timeout=timeout, on_poll=on_poll)

    def create_and_wait(
        self,
        *,
        dataset_id: str,
        instance_prompt: str,
        name: str,
        description: str | None | Unset = UNSET,
        model_type: CustomModelType | str | Unset = UNSET,
        nsfw: bool | None | Unset = UNSET,
        resolution: int | None | Unset = UNSET,
        sd_version: ModelSDVersion | str | None | Unset = UNSET,
        strength: TrainingStrength | str | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = 7200.0,
        on_poll: Callable[[CustomModel], object] | None = None,
    ) -> CustomModel:
        """`create` with the same arguments, then wait until the job has ended.

        Args:
            timeout: Seconds to wait in all, None for no limit.
            on_poll: Called with each state as it is read.

        Raises:
            JobFailedError: The job ended in a failure; `.id` and `.job` tell which.
            JobTimeoutError: The time was up; the job goes on, `.id` finds it again.
        """
        timeout = self._patience(timeout)
        created = self.create(
            dataset_id=dataset_id,
            instance_prompt=instance_prompt,
            name=name,
            description=description,
            model_type=model_type,
            nsfw=nsfw,
            resolution=resolution,
            sd_version=sd_version,
            strength=strength,
            extra_body=extra_body,
        )
        return self._wait(_WAITER, self.get, created, timeout=timeout, on_poll=on_poll)


class ModelsRaw:
    """`Models`, with the raw response."""

    def __init__(self, resource: Models) -> None:
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.get = raw(resource.get)
        self.list_by_user = raw(resource.list_by_user)
        self.list_platform = raw(resource.list_platform)


class AsyncModels(AsyncResource):
    """The methods of `models`."""

    @property
    def with_raw_response(self) -> AsyncModelsRaw:
        """The same methods, answering with status, headers and body beside the result."""
        return AsyncModelsRaw(self._raw_twin())

    async def create(
        self,
        *,
        dataset_id: str,
        instance_prompt: str,
        name: str,
        description: str | None | Unset = UNSET,
        model_type: CustomModelType | str | Unset = UNSET,
        nsfw: bool | None | Unset = UNSET,
        resolution: int | None | Unset = UNSET,
        sd_version: ModelSDVersion | str | None | Unset = UNSET,
        strength: TrainingStrength | str | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> ModelTrainingJob:
        """Train a Custom Model.

        This endpoint will train a new custom model

        `POST /models`

        Args:
            dataset_id: The ID of the dataset to train the model on.
            instance_prompt: The instance prompt to use during training.
            name: The name of the model.
            description: The description of the model. The server's default: ''.
            model_type: The category the most accurately reflects the model. One of 'GENERAL', 'BUILDINGS',
                'CHARACTERS', 'ENVIRONMENTS', 'FASHION', 'ILLUSTRATIONS', 'GAME_ITEMS',
                'GRAPHICAL_ELEMENTS', 'PHOTOGRAPHY', 'PIXEL_ART', 'PRODUCT_DESIGN', 'TEXTURES',
                'UI_ELEMENTS', 'VECTOR'. The server's default: 'GENERAL'.
            nsfw: Whether or not the model is NSFW. The server's default: False.
            resolution: The resolution for training. Must be 512 or 768. The server's default: 512.
            sd_version: The base version of stable diffusion to use if not using a custom model. v1_5 is 1.5, v2
                is 2.1, if not specified it will default to v1_5. One of 'v1_5', 'v2'.
            strength: When training using the PIXEL_ART model type, this influences the training strength. One
                of 'VERY_LOW', 'LOW', 'MEDIUM', 'HIGH'. The server's default: 'MEDIUM'.
            extra_body: Fields to send that the specification does not list.
        """
        return await self._send(
            _CREATE,
            body={
                "datasetId": dataset_id,
                "instance_prompt": instance_prompt,
                "name": name,
                "description": description,
                "modelType": model_type,
                "nsfw": nsfw,
                "resolution": resolution,
                "sd_version": sd_version,
                "strength": strength,
                **(extra_body or {}),
            },
        )

    async def delete(self, id: str) -> DeletedObject:
        """Delete a Single Custom Model by ID.

        This endpoint will delete a specific custom model

        `DELETE /models/{id}`

        Args:
            id: The ID of the model to delete.
        """
        return await self._send(_DELETE, path={"id": id})

    async def get(self, id: str) -> CustomModel:
        """Get a Single Custom Model by ID.

        This endpoint gets the specific custom model

        `GET /models/{id}`

        Args:
            id: The ID of the custom model to return.
        """
        return await self._send(_GET, path={"id": id})

    async def list_by_user(self, user_id: str) -> list[CustomModel | None]:
        """Get a list of Custom Models by User ID.

        This endpoint gets the list of custom models belongs to the user.

        `GET /models/user/{userId}`

        Args:
            user_id: The ID of the user to return.
        """
        return await self._send(_LIST_BY_USER, path={"userId": user_id})

    async def list_platform(self) -> list[PlatformModel]:
        """List Platform Models.

        Get a list of public Platform Models available for use with generations.

        `GET /platformModels`
        """
        return await self._send(_LIST_PLATFORM)

    async def wait(
        self,
        id: str | ModelTrainingJob,
        *,
        timeout: float | None = 7200.0,
        on_poll: Callable[[CustomModel], object] | None = None,
    ) -> CustomModel:
        """Poll `get` until the job has ended.

        Args:
            id: The id of the job, or what `create` returned.
            timeout: Seconds to wait in all, None for no limit.
            on_poll: Called with each state as it is read.

        Raises:
            JobFailedError: The job ended in a failure; `.id` and `.job` tell which.
            JobTimeoutError: The time was up; the job goes on, `.id` finds it again.
        """
        return await self._wait(_WAITER, self.get, id, timeout=timeout, on_poll=on_poll)

    async def create_and_wait(
        self,
        *,
        dataset_id: str,
        instance_prompt: str,
        name: str,
        description: str | None | Unset = UNSET,
        model_type: CustomModelType | str | Unset = UNSET,
        nsfw: bool | None | Unset = UNSET,
        resolution: int | None | Unset = UNSET,
        sd_version: ModelSDVersion | str | None | Unset = UNSET,
        strength: TrainingStrength | str | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = 7200.0,
        on_poll: Callable[[CustomModel], object] | None = None,
    ) -> CustomModel:
        """`create` with the same arguments, then wait until the job has ended.

        Args:
            timeout: Seconds to wait in all, None for no limit.
            on_poll: Called with each state as it is read.

        Raises:
            JobFailedError: The job ended in a failure; `.id` and `.job` tell which.
            JobTimeoutError: The time was up; the job goes on, `.id` finds it again.
        """
        timeout = self._patience(timeout)
        created = await self.create(
            dataset_id=dataset_id,
            instance_prompt=instance_prompt,
            name=name,
            description=description,
            model_type=model_type,
            nsfw=nsfw,
            resolution=resolution,
            sd_version=sd_version,
            strength=strength,
            extra_body=extra_body,
        )
        return await self._wait(_WAITER, self.get, created, timeout=timeout, on_poll=on_poll)


class AsyncModelsRaw:
    """`AsyncModels`, with the raw response."""

    def __init__(self, resource: AsyncModels) -> None:
        self.create = raw_async(resource.create)
        self.delete = raw_async(resource.delete)
        self.get = raw_async(resource.get)
        self.list_by_user = raw_async(resource.list_by_user)
        self.list_platform = raw_async(resource.list_platform)
