"""The methods of `elements`."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any, Final

from .._runtime.operation import Body, Operation, Param, Result
from .._runtime.raw import raw, raw_async
from .._runtime.resource import AsyncResource, Resource
from .._runtime.unset import UNSET
from .._runtime.waiting import Waiter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .._runtime.unset import Unset
    from ..models import DeletedElement, Element, ElementSDVersion, ElementTrainingJob, UserElement

_CREATE: Final[Operation[ElementTrainingJob]] = Operation(
    "POST",
    "/elements",
    Result("200", "ElementTrainingJob"),
    name="elements.create",
    body=(Body("application/json", "json"),),
    security=(("bearerAuth",),),
    envelope="sdTrainingJob",
)
_DELETE: Final[Operation[DeletedElement]] = Operation(
    "DELETE",
    "/elements/{id}",
    Result("200", "DeletedElement"),
    name="elements.delete",
    params=(Param("id", "path"),),
    security=(("bearerAuth",),),
    envelope="delete_user_loras_by_pk",
)
_GET: Final[Operation[UserElement]] = Operation(
    "GET",
    "/elements/{id}",
    Result("200", "UserElement"),
    name="elements.get",
    params=(Param("id", "path"),),
    security=(("bearerAuth",),),
    envelope="user_loras_by_pk",
)
_LIST: Final[Operation[list[Element]]] = Operation(
    "GET",
    "/elements",
    Result("200", "[Element]"),
    name="elements.list",
    security=(("bearerAuth",),),
    envelope="loras",
)
_LIST_BY_USER: Final[Operation[list[UserElement | None]]] = Operation(
    "GET",
    "/elements/user/{userId}",
    Result("200", "[UserElement]"),
    name="elements.list_by_user",
    params=(Param("userId", "path"),),
    security=(("bearerAuth",),),
    envelope="user_loras",
)
_WAITER: Final = Waiter(
    status="/status",
    success=("COMPLETE",),
    failure=("FAILED",),
    id="/userLoraId",
    interval=10,
    growth=1.5,
    max_interval=60,
    jitter=0.2,
)


class Elements(Resource):
    """The methods of `elements`."""

    @property
    def with_raw_response(self) -> ElementsRaw:
        """The same methods, answering with status, headers and body beside the result."""
        return ElementsRaw(self._raw_twin())

    def create(
        self,
        *,
        dataset_id: str,
        learning_rate: float,
        lora_focus: str,
        name: str,
        num_train_epochs: int,
        sd_version: ElementSDVersion | str,
        train_text_encoder: bool,
        description: str | None | Unset = UNSET,
        instance_prompt: str | None | Unset = UNSET,
        resolution: int | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> ElementTrainingJob:
        """Train a Custom Element.

        This endpoint will train a new custom element.

        `POST /elements`

        Args:
            dataset_id: The ID of the dataset to train the element on. The server's default: ''.
            learning_rate: The speed at which the model learns during training.

                | Model Type | Lora Focus | Min | Max | Default |
                | --- | --- | --- | --- | --- |
                | Default | General \\| Style \\| Character \\| Object | 0.00000001 | 0.00001 | 0.000001 |
                | FLUX_DEV | Style | 0.000001 | 0.00003 | 0.00001 |
                | FLUX_DEV | Object | 0.00001 | 0.001 | 0.0004 |
                | FLUX_DEV | Character | 0.00001 | 0.001 | 0.0005 |
                | FLUX_DEV | General | NA | NA | NA |
            lora_focus: The category determines how the element will be trained. Options are 'General' |
                'Character' | 'Style' | 'Object'. FLUX_DEV doesn't support General category.
            name: The name of the element. The server's default: 'placeholder'.
            num_train_epochs: The number of times the entire training dataset is passed through the element.

                | Model Type | Lora Focus | Min | Max | Default |
                | --- | --- | --- | --- | --- |
                | Default | General \\| Style \\| Character \\| Object | 1 | 250 | 100 |
                | FLUX_DEV | Style | 30 | 120 | 60 |
                | FLUX_DEV | Object | 120 | 220 | 140 |
                | FLUX_DEV | Character | 100 | 200 | 135 |
                | FLUX_DEV | General | NA | NA | NA |
            sd_version: The base version to use if not using a custom model. One of 'SDXL_0_9', 'SDXL_1_0',
                'LEONARDO_DIFFUSION_XL', 'LEONARDO_LIGHTNING_XL', 'VISION_XL', 'KINO_XL', 'ALBEDO_XL',
                'FLUX_DEV'. The server's default: 'FLUX_DEV'.
            train_text_encoder: Whether or not encode the train text. The server's default: True.
            description: The description of the element. The server's default: ''.
            instance_prompt: Use a word that is closely related to what you're training that isn't too common. For
                example, instead of 'dog,' try something unique like 'jackthedog' or 'magicdonut'.
                Required for all non-FLUX_DEV models and FLUX_DEV Character model training. The server's
                default: ''.
            resolution: The resolution for training. Must be 1024. The server's default: 1024.
            extra_body: Fields to send that the specification does not list.
        """
        return self._send(
            _CREATE,
            body={
                "datasetId": dataset_id,
                "learning_rate": learning_rate,
                "lora_focus": lora_focus,
                "name": name,
                "num_train_epochs": num_train_epochs,
                "sd_version": sd_version,
                "train_text_encoder": train_text_encoder,
                "description": description,
                "instance_prompt": instance_prompt,
                "resolution": resolution,
                **(extra_body or {}),
            },
        )

    def delete(self, id: int) -> DeletedElement:
        """Delete a Single Custom Element by ID.

        This endpoint will delete a specific custom element.

        `DELETE /elements/{id}`

        Args:
            id: The ID of the element to delete.
        """
        return self._send(_DELETE, path={"id": id})

    def get(self, id: int) -> UserElement:
        """Get a Single Custom Element by ID.

        This endpoint gets the specific custom element.

        `GET /elements/{id}`

        Args:
            id: The ID of the custom element to return.
        """
        return self._send(_GET, path={"id": id})

    def list(self) -> builtins.list[Element]:
        """List Elements.

        Get a list of public Elements available for use with generations.

        `GET /elements`
        """
        return self._send(_LIST)

    def list_by_user(self, user_id: str) -> builtins.list[UserElement | None]:
        """Get a list of Custom Elements by User ID.

        This endpoint gets the list of custom elements belongs to the user.

        `GET /elements/user/{userId}`

        Args:
            user_id: The ID of the user to return.
        """
        return self._send(_LIST_BY_USER, path={"userId": user_id})

    def wait(
        self,
        id: int | ElementTrainingJob,
        *,
        timeout: float | None = 7200.0,
        on_poll: Callable[[UserElement], object] | None = None,
    ) -> UserElement:
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
        learning_rate: float,
        lora_focus: str,
        name: str,
        num_train_epochs: int,
        sd_version: ElementSDVersion | str,
        train_text_encoder: bool,
        description: str | None | Unset = UNSET,
        instance_prompt: str | None | Unset = UNSET,
        resolution: int | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = 7200.0,
        on_poll: Callable[[UserElement], object] | None = None,
    ) -> UserElement:
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
            learning_rate=learning_rate,
            lora_focus=lora_focus,
            name=name,
            num_train_epochs=num_train_epochs,
            sd_version=sd_version,
            train_text_encoder=train_text_encoder,
            description=description,
            instance_prompt=instance_prompt,
            resolution=resolution,
            extra_body=extra_body,
        )
        return self._wait(_WAITER, self.get, created, timeout=timeout, on_poll=on_poll)


class ElementsRaw:
    """`Elements`, with the raw response."""

    def __init__(self, resource: Elements) -> None:
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.get = raw(resource.get)
        self.list = raw(resource.list)
        self.list_by_user = raw(resource.list_by_user)


class AsyncElements(AsyncResource):
    """The methods of `elements`."""

    @property
    def with_raw_response(self) -> AsyncElementsRaw:
        """The same methods, answering with status, headers and body beside the result."""
        return AsyncElementsRaw(self._raw_twin())

    async def create(
        self,
        *,
        dataset_id: str,
        learning_rate: float,
        lora_focus: str,
        name: str,
        num_train_epochs: int,
        sd_version: ElementSDVersion | str,
        train_text_encoder: bool,
        description: str | None | Unset = UNSET,
        instance_prompt: str | None | Unset = UNSET,
        resolution: int | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> ElementTrainingJob:
        """Train a Custom Element.

        This endpoint will train a new custom element.

        `POST /elements`

        Args:
            dataset_id: The ID of the dataset to train the element on. The server's default: ''.
            learning_rate: The speed at which the model learns during training.

                | Model Type | Lora Focus | Min | Max | Default |
                | --- | --- | --- | --- | --- |
                | Default | General \\| Style \\| Character \\| Object | 0.00000001 | 0.00001 | 0.000001 |
                | FLUX_DEV | Style | 0.000001 | 0.00003 | 0.00001 |
                | FLUX_DEV | Object | 0.00001 | 0.001 | 0.0004 |
                | FLUX_DEV | Character | 0.00001 | 0.001 | 0.0005 |
                | FLUX_DEV | General | NA | NA | NA |
            lora_focus: The category determines how the element will be trained. Options are 'General' |
                'Character' | 'Style' | 'Object'. FLUX_DEV doesn't support General category.
            name: The name of the element. The server's default: 'placeholder'.
            num_train_epochs: The number of times the entire training dataset is passed through the element.

                | Model Type | Lora Focus | Min | Max | Default |
                | --- | --- | --- | --- | --- |
                | Default | General \\| Style \\| Character \\| Object | 1 | 250 | 100 |
                | FLUX_DEV | Style | 30 | 120 | 60 |
                | FLUX_DEV | Object | 120 | 220 | 140 |
                | FLUX_DEV | Character | 100 | 200 | 135 |
                | FLUX_DEV | General | NA | NA | NA |
            sd_version: The base version to use if not using a custom model. One of 'SDXL_0_9', 'SDXL_1_0',
                'LEONARDO_DIFFUSION_XL', 'LEONARDO_LIGHTNING_XL', 'VISION_XL', 'KINO_XL', 'ALBEDO_XL',
                'FLUX_DEV'. The server's default: 'FLUX_DEV'.
            train_text_encoder: Whether or not encode the train text. The server's default: True.
            description: The description of the element. The server's default: ''.
            instance_prompt: Use a word that is closely related to what you're training that isn't too common. For
                example, instead of 'dog,' try something unique like 'jackthedog' or 'magicdonut'.
                Required for all non-FLUX_DEV models and FLUX_DEV Character model training. The server's
                default: ''.
            resolution: The resolution for training. Must be 1024. The server's default: 1024.
            extra_body: Fields to send that the specification does not list.
        """
        return await self._send(
            _CREATE,
            body={
                "datasetId": dataset_id,
                "learning_rate": learning_rate,
                "lora_focus": lora_focus,
                "name": name,
                "num_train_epochs": num_train_epochs,
                "sd_version": sd_version,
                "train_text_encoder": train_text_encoder,
                "description": description,
                "instance_prompt": instance_prompt,
                "resolution": resolution,
                **(extra_body or {}),
            },
        )

    async def delete(self, id: int) -> DeletedElement:
        """Delete a Single Custom Element by ID.

        This endpoint will delete a specific custom element.

        `DELETE /elements/{id}`

        Args:
            id: The ID of the element to delete.
        """
        return await self._send(_DELETE, path={"id": id})

    async def get(self, id: int) -> UserElement:
        """Get a Single Custom Element by ID.

        This endpoint gets the specific custom element.

        `GET /elements/{id}`

        Args:
            id: The ID of the custom element to return.
        """
        return await self._send(_GET, path={"id": id})

    async def list(self) -> builtins.list[Element]:
        """List Elements.

        Get a list of public Elements available for use with generations.

        `GET /elements`
        """
        return await self._send(_LIST)

    async def list_by_user(self, user_id: str) -> builtins.list[UserElement | None]:
        """Get a list of Custom Elements by User ID.

        This endpoint gets the list of custom elements belongs to the user.

        `GET /elements/user/{userId}`

        Args:
            user_id: The ID of the user to return.
        """
        return await self._send(_LIST_BY_USER, path={"userId": user_id})

    async def wait(
        self,
        id: int | ElementTrainingJob,
        *,
        timeout: float | None = 7200.0,
        on_poll: Callable[[UserElement], object] | None = None,
    ) -> UserElement:
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
        learning_rate: float,
        lora_focus: str,
        name: str,
        num_train_epochs: int,
        sd_version: ElementSDVersion | str,
        train_text_encoder: bool,
        description: str | None | Unset = UNSET,
        instance_prompt: str | None | Unset = UNSET,
        resolution: int | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = 7200.0,
        on_poll: Callable[[UserElement], object] | None = None,
    ) -> UserElement:
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
            learning_rate=learning_rate,
            lora_focus=lora_focus,
            name=name,
            num_train_epochs=num_train_epochs,
            sd_version=sd_version,
            train_text_encoder=train_text_encoder,
            description=description,
            instance_prompt=instance_prompt,
            resolution=resolution,
            extra_body=extra_body,
        )
        return await self._wait(_WAITER, self.get, created, timeout=timeout, on_poll=on_poll)


class AsyncElementsRaw:
    """`AsyncElements`, with the raw response."""

    def __init__(self, resource: AsyncElements) -> None:
        self.create = raw_async(resource.create)
        self.delete = raw_async(resource.delete)
        self.get = raw_async(resource.get)
        self.list = raw_async(resource.list)
        self.list_by_user = raw_async(resource.list_by_user)
