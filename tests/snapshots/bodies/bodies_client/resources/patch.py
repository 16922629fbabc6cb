"""The methods of `patch`."""

from __future__ import annotations

import datetime as _dt
from typing import TYPE_CHECKING, Any, Final

from .._runtime.operation import Body, Operation, Result
from .._runtime.raw import raw, raw_async
from .._runtime.resource import AsyncResource, Resource
from .._runtime.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .._runtime.unset import Unset
    from ..models import ThingKind

_PATCH: Final[Operation[None]] = Operation(
    "PATCH",
    "/patch",
    Result("204", kind="none"),
    name="patch.patch",
    body=(Body("application/merge-patch+json", "json"),),
)


class Patch(Resource):
    """The methods of `patch`."""

    @property
    def with_raw_response(self) -> PatchRaw:
        """The same methods, answering with status, headers and body beside the result."""
        return PatchRaw(self._raw_twin())

    def patch(
        self,
        *,
        name: str,
        at: _dt.datetime | str | Unset = UNSET,
        day: _dt.date | str | Unset = UNSET,
        kind: ThingKind | str | Unset = UNSET,
        secret: str | Unset = UNSET,
        size: int | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """`PATCH /patch`

        Args:
            kind: One of 'a', 'b'.
            size: The server's default: 3.
            extra_body: Fields to send that the specification does not list.
        """
        return self._send(
            _PATCH,
            body={
                "name": name,
                "at": at,
                "day": day,
                "kind": kind,
                "secret": secret,
                "size": size,
                **(extra_body or {}),
            },
        )


class PatchRaw:
    """`Patch`, with the raw response."""

    def __init__(self, resource: Patch) -> None:
        self.patch = raw(resource.patch)


class AsyncPatch(AsyncResource):
    """The methods of `patch`."""

    @property
    def with_raw_response(self) -> AsyncPatchRaw:
        """The same methods, answering with status, headers and body beside the result."""
        return AsyncPatchRaw(self._raw_twin())

    async def patch(
        self,
        *,
        name: str,
        at: _dt.datetime | str | Unset = UNSET,
        day: _dt.date | str | Unset = UNSET,
        kind: ThingKind | str | Unset = UNSET,
        secret: str | Unset = UNSET,
        size: int | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """`PATCH /patch`

        Args:
            kind: One of 'a', 'b'.
            size: The server's default: 3.
            extra_body: Fields to send that the specification does not list.
        """
        return await self._send(
            _PATCH,
            body={
                "name": name,
                "at": at,
                "day": day,
                "kind": kind,
                "secret": secret,
                "size": size,
                **(extra_body or {}),
            },
        )


class AsyncPatchRaw:
    """`AsyncPatch`, with the raw response."""

    def __init__(self, resource: AsyncPatch) -> None:
        self.patch = raw_async(resource.patch)
