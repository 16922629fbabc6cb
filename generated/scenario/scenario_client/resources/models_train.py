"""The methods of `models.train`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .._runtime.operation import Body, Operation, Param, Result
from .._runtime.raw import raw, raw_async
from .._runtime.resource import AsyncResource, Resource
from .._runtime.unset import UNSET
from .._runtime.waiting import Waiter
from .models import AsyncModels, Models

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .._runtime.unset import Unset
    from ..models import DryRun, Model, TrainAction, Training, TrainingParameters

_ACTION: Final[Operation[Model]] = Operation(
    "POST",
    "/models/{modelId}/train/action",
    Result("200", "Model"),
    name="models.train.action",
    params=(
        Param("modelId", "path"),
        Param("projectId", "query"),
    ),
    body=(Body("application/json", "json"),),
    security=(("basicAuth",), ("bearerAuth",)),
    envelope="model",
)
_TRIGGER: Final[Operation[Training]] = Operation(
    "PUT",
    "/models/{modelId}/train",
    Result("200", "Training"),
    Result("269", "Training"),
    name="models.train.trigger",
    params=(
        Param("modelId", "path"),
        Param("dryRun", "query"),
        Param("originalAssets", "query"),
        Param("projectId", "query"),
        Param("trainingImagesCount", "query"),
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


class ModelsTrain(Resource):
    """The methods of `models.train`."""

    @property
    def with_raw_response(self) -> ModelsTrainRaw:
        """The same methods, answering with status, headers and body beside the result."""
        return ModelsTrainRaw(self._raw_twin())

    def action(
        self,
        model_id: str,
        *,
        action: TrainAction | str,
        project_id: str | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Model:
        """Cancel the training of a model.

        `POST /models/{modelId}/train/action`

        Args:
            project_id: The project that owns the resource, or that is to own it.
            action: What to do with the training. One of 'cancel'.
            extra_body: Fields to send that the specification does not list.
        """
        return self._send(
            _ACTION,
            path={"modelId": model_id},
            query={"projectId": project_id},
            body={"action": action, **(extra_body or {})},
        )

    def trigger(
        self,
        model_id: str,
        *,
        dry_run: DryRun | str | Unset = UNSET,
        original_assets: bool | Unset = UNSET,
        project_id: str | Unset = UNSET,
        training_images_count: int | Unset = UNSET,
        parameters: TrainingParameters | Mapping[str, Any] | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Training:
        """Start the training of a model.

        It costs creative units; `dryRun` answers how many, and starts nothing.

        `PUT /models/{modelId}/train`

        Args:
            dry_run: Answer what it would cost (status 269) and start nothing; `api` is at the prices of the
                API. One of 'true', 'api'.
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
            training_images_count: How many training images to count on in an estimate, for a model that has none yet.
            parameters: The parameters of the model
            extra_body: Fields to send that the specification does not list.
        """
        return self._send(
            _TRIGGER,
            path={"modelId": model_id},
            query={
                "dryRun": dry_run,
                "originalAssets": original_assets,
                "projectId": project_id,
                "trainingImagesCount": training_images_count,
            },
            body={"parameters": parameters, **(extra_body or {})},
        )

    def trigger_and_wait(
        self,
        model_id: str,
        *,
        dry_run: DryRun | str | Unset = UNSET,
        original_assets: bool | Unset = UNSET,
        project_id: str | Unset = UNSET,
        training_images_count: int | Unset = UNSET,
        parameters: TrainingParameters | Mapping[str, Any] | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = 7200.0,
        on_poll: Callable[[Model], object] | None = None,
    ) -> Model:
        """`trigger` with the same arguments, then wait until the job has ended.

        Args:
            timeout: Seconds to wait in all, None for no limit.
            on_poll: Called with each state as it is read.

        Raises:
            JobFailedError: The job ended in a failure; `.id` and `.job` tell which.
            JobTimeoutError: The time was up; the job goes on, `.id` finds it again.
        """
        timeout = self._patience(timeout)
        created = self.trigger(
            model_id,
            dry_run=dry_run,
            original_assets=original_assets,
            project_id=project_id,
            training_images_count=training_images_count,
            parameters=parameters,
            extra_body=extra_body,
        )
        return self._wait(
            _WAITER,
            lambda job: Models(self._client).get(job, original_assets=original_assets, project_id=project_id),
            created,
            timeout=timeout,
            on_poll=on_poll,
        )


class ModelsTrainRaw:
    """`ModelsTrain`, with the raw response."""

    def __init__(self, resource: ModelsTrain) -> None:
        self.action = raw(resource.action)
        self.trigger = raw(resource.trigger)


class AsyncModelsTrain(AsyncResource):
    """The methods of `models.train`."""

    @property
    def with_raw_response(self) -> AsyncModelsTrainRaw:
        """The same methods, answering with status, headers and body beside the result."""
        return AsyncModelsTrainRaw(self._raw_twin())

    async def action(
        self,
        model_id: str,
        *,
        action: TrainAction | str,
        project_id: str | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Model:
        """Cancel the training of a model.

        `POST /models/{modelId}/train/action`

        Args:
            project_id: The project that owns the resource, or that is to own it.
            action: What to do with the training. One of 'cancel'.
            extra_body: Fields to send that the specification does not list.
        """
        return await self._send(
            _ACTION,
            path={"modelId": model_id},
            query={"projectId": project_id},
            body={"action": action, **(extra_body or {})},
        )

    async def trigger(
        self,
        model_id: str,
        *,
        dry_run: DryRun | str | Unset = UNSET,
        original_assets: bool | Unset = UNSET,
        project_id: str | Unset = UNSET,
        training_images_count: int | Unset = UNSET,
        parameters: TrainingParameters | Mapping[str, Any] | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Training:
        """Start the training of a model.

        It costs creative units; `dryRun` answers how many, and starts nothing.

        `PUT /models/{modelId}/train`

        Args:
            dry_run: Answer what it would cost (status 269) and start nothing; `api` is at the prices of the
                API. One of 'true', 'api'.
            original_assets: Answer with the assets as they were uploaded, not transformed.
            project_id: The project that owns the resource, or that is to own it.
            training_images_count: How many training images to count on in an estimate, for a model that has none yet.
            parameters: The parameters of the model
            extra_body: Fields to send that the specification does not list.
        """
        return await self._send(
            _TRIGGER,
            path={"modelId": model_id},
            query={
                "dryRun": dry_run,
                "originalAssets": original_assets,
                "projectId": project_id,
                "trainingImagesCount": training_images_count,
            },
            body={"parameters": parameters, **(extra_body or {})},
        )

    async def trigger_and_wait(
        self,
        model_id: str,
        *,
        dry_run: DryRun | str | Unset = UNSET,
        original_assets: bool | Unset = UNSET,
        project_id: str | Unset = UNSET,
        training_images_count: int | Unset = UNSET,
        parameters: TrainingParameters | Mapping[str, Any] | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = 7200.0,
        on_poll: Callable[[Model], object] | None = None,
    ) -> Model:
        """`trigger` with the same arguments, then wait until the job has ended.

        Args:
            timeout: Seconds to wait in all, None for no limit.
            on_poll: Called with each state as it is read.

        Raises:
            JobFailedError: The job ended in a failure; `.id` and `.job` tell which.
            JobTimeoutError: The time was up; the job goes on, `.id` finds it again.
        """
        timeout = self._patience(timeout)
        created = await self.trigger(
            model_id,
            dry_run=dry_run,
            original_assets=original_assets,
            project_id=project_id,
            training_images_count=training_images_count,
            parameters=parameters,
            extra_body=extra_body,
        )
        return await self._wait(
            _WAITER,
            lambda job: AsyncModels(self._client).get(
                job, original_assets=original_assets, project_id=project_id
            ),
            created,
            timeout=timeout,
            on_poll=on_poll,
        )


class AsyncModelsTrainRaw:
    """`AsyncModelsTrain`, with the raw response."""

    def __init__(self, resource: AsyncModelsTrain) -> None:
        self.action = raw_async(resource.action)
        self.trigger = raw_async(resource.trigger)
