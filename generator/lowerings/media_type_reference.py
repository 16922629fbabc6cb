"""References to the media types of `components`, which OpenAPI 3.2 has."""

from __future__ import annotations

from typing import Any

from ..spec.walk import referring
from ..values import Spec
from ._walk import Notes, replace
from .path_item import resolved


def media_type_reference(spec: Spec, notes: Notes) -> Spec:
    """Write a shared media type out where it is used, for the schema of a content to stand in it.

    `application/json: {$ref: "#/components/mediaTypes/Lamps"}` has no schema of its own.
    """
    changes: dict[str, Any] = {
        at.pointer: resolved(spec, at.value, at.pointer, notes) for at in referring(spec, "media_type")
    }
    return replace(spec, changes) if changes else spec
