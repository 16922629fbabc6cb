"""The methods of `upload`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .._runtime.operation import Body, Operation, Result
from .._runtime.raw import raw, raw_async
from .._runtime.resource import AsyncResource, Resource
from .._runtime.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .._runtime.bodies import FileTypes
    from .._runtime.unset import Unset
    from ..models import MixedRequestMeta

_UPLOAD: Final[Operation[None]] = Operation(
    "POST",
    "/upload",
    Result("201", kind="none"),
    name="upload.upload",
    body=(Body("multipart/form-data", "multipart", {"meta": "application/json"}),),
)


class Upload(Resource):
    """The methods of `upload`."""

    @property
    def with_raw_response(self) -> UploadRaw:
        """The same methods, answering with status, headers and body beside the result."""
        return UploadRaw(self._raw_twin())

    def upload(
        self,
        *,
        file: FileTypes,
        count: int | Unset = UNSET,
        files: Sequence[FileTypes] | Unset = UNSET,
        meta: MixedRequestMeta | Mapping[str, Any] | Unset = UNSET,
        note: str | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """`POST /upload`

        Args:
            extra_body: Fields to send that the specification does not list.
        """
        return self._send(
            _UPLOAD,
            body={
                "file": file,
                "count": count,
                "files": files,
                "meta": meta,
                "note": note,
                **(extra_body or {}),
            },
        )


class UploadRaw:
    """`Upload`, with the raw response."""

    def __init__(self, resource: Upload) -> None:
        self.upload = raw(resource.upload)


class AsyncUpload(AsyncResource):
    """The methods of `upload`."""

    @property
    def with_raw_response(self) -> AsyncUploadRaw:
        """The same methods, answering with status, headers and body beside the result."""
        return AsyncUploadRaw(self._raw_twin())

    async def upload(
        self,
        *,
        file: FileTypes,
        count: int | Unset = UNSET,
        files: Sequence[FileTypes] | Unset = UNSET,
        meta: MixedRequestMeta | Mapping[str, Any] | Unset = UNSET,
        note: str | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """`POST /upload`

        Args:
            extra_body: Fields to send that the specification does not list.
        """
        return await self._send(
            _UPLOAD,
            body={
                "file": file,
                "count": count,
                "files": files,
                "meta": meta,
                "note": note,
                **(extra_body or {}),
            },
        )


class AsyncUploadRaw:
    """`AsyncUpload`, with the raw response."""

    def __init__(self, resource: AsyncUpload) -> None:
        self.upload = raw_async(resource.upload)
