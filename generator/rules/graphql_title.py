from __future__ import annotations

from typing import Final

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import schemas_with
from ..values import REMOVED, Edit, Spec

_SCALARS: Final = ("String", "Int", "Float", "Boolean", "ID", "BigInt")
_STRUCTURED: Final = ("object", "array")


def graphql_title(spec: Spec) -> Found:
    """Drop titles that are the name of a GraphQL scalar: they name a type and no thing.

    Hasura writes them on every field, and generators make class names of titles.
    """
    for pointer, schema in schemas_with(spec, "title"):
        title = schema["title"]
        if not isinstance(title, str) or title not in _SCALARS:
            continue
        if schema.get("type") not in _STRUCTURED and "properties" not in schema:
            yield Edit(join(pointer, "title"), REMOVED, f"{title} is a type of GraphQL, not a title.")
