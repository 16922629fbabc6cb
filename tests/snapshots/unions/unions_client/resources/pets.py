"""The methods of `pets`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .._runtime.operation import Body, Operation, Param, Result
from .._runtime.raw import raw, raw_async
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from ..models import Bag, GetShapeResponseWithHeight, GetShapeResponseWithRadius, Pet

_CREATE_PET: Final[Operation[Bag]] = Operation(
    "POST", "/pets", Result("200", "Bag"), name="pets.create_pet", body=(Body("application/json", "json"),)
)
_GET_PET: Final[Operation[Pet]] = Operation(
    "GET", "/pets/{id}", Result("200", "Pet"), name="pets.get_pet", params=(Param("id", "path"),)
)
_GET_SHAPE: Final[
    Operation[GetShapeResponseWithRadius | GetShapeResponseWithHeight | list[str] | str | dict[str, Any]]
] = Operation(
    "GET",
    "/shapes",
    Result("200", "GetShapeResponseWithRadius|GetShapeResponseWithHeight|[str]|str"),
    name="pets.get_shape",
)
_LIST_PETS: Final[Operation[list[Pet]]] = Operation(
    "GET", "/pets", Result("200", "[Pet]"), name="pets.list_pets"
)


class Pets(Resource):
    """The methods of `pets`."""

    @property
    def with_raw_response(self) -> PetsRaw:
        """The same methods, answering with status, headers and body beside the result."""
        return PetsRaw(self._raw_twin())

    def create_pet(self, *, body: Pet) -> Bag:
        """`POST /pets`"""
        return self._send(_CREATE_PET, body=body)

    def get_pet(self, id: int | str) -> Pet:
        """`GET /pets/{id}`"""
        return self._send(_GET_PET, path={"id": id})

    def get_shape(
        self,
    ) -> GetShapeResponseWithRadius | GetShapeResponseWithHeight | list[str] | str | dict[str, Any]:
        """`GET /shapes`"""
        return self._send(_GET_SHAPE)

    def list_pets(self) -> list[Pet]:
        """`GET /pets`"""
        return self._send(_LIST_PETS)


class PetsRaw:
    """`Pets`, with the raw response."""

    def __init__(self, resource: Pets) -> None:
        self.create_pet = raw(resource.create_pet)
        self.get_pet = raw(resource.get_pet)
        self.get_shape = raw(resource.get_shape)
        self.list_pets = raw(resource.list_pets)


class AsyncPets(AsyncResource):
    """The methods of `pets`."""

    @property
    def with_raw_response(self) -> AsyncPetsRaw:
        """The same methods, answering with status, headers and body beside the result."""
        return AsyncPetsRaw(self._raw_twin())

    async def create_pet(self, *, body: Pet) -> Bag:
        """`POST /pets`"""
        return await self._send(_CREATE_PET, body=body)

    async def get_pet(self, id: int | str) -> Pet:
        """`GET /pets/{id}`"""
        return await self._send(_GET_PET, path={"id": id})

    async def get_shape(
        self,
    ) -> GetShapeResponseWithRadius | GetShapeResponseWithHeight | list[str] | str | dict[str, Any]:
        """`GET /shapes`"""
        return await self._send(_GET_SHAPE)

    async def list_pets(self) -> list[Pet]:
        """`GET /pets`"""
        return await self._send(_LIST_PETS)


class AsyncPetsRaw:
    """`AsyncPets`, with the raw response."""

    def __init__(self, resource: AsyncPets) -> None:
        self.create_pet = raw_async(resource.create_pet)
        self.get_pet = raw_async(resource.get_pet)
        self.get_shape = raw_async(resource.get_shape)
        self.list_pets = raw_async(resource.list_pets)
