from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ..rule import Found
from ..spec.grammar import OF_3_1
from ..spec.openapi import join
from ..spec.walk import is_3_0, nodes, objects
from ..values import Edit, Spec

_SAYS_NOTHING: Final = ("$schema", "$comment", "$id", "$anchor", "$vocabulary", "jsonSchemaDialect")
"""Fields that change no meaning where they go: an extension holds them as well."""
_NEEDS_3_2: Final = {
    "path_item": ("query", "additionalOperations"), "media_type": ("itemSchema",), "components": ("mediaTypes",),
}  # fmt: skip


def feature_of_later_version(spec: Spec) -> Found:
    """Raise the version of a document that uses what only OpenAPI 3.1, or 3.2, can say.

    `patternProperties`, `prefixItems`, `if`, `webhooks`: there is no word for them in 3.0, and the document means
    them; the method `query` and `additionalOperations` are 3.2. What 3.0 has words for (`const`, null, several types)
    is said in those instead by the rules before this one, since a new version changes the look of every nullable
    schema.
    """
    if not str(spec.get("openapi")).startswith("3.2") and (used := next(_of_3_2(spec), None)):
        yield Edit("/openapi", "3.2.0", f"{used} is OpenAPI 3.2.")
    elif is_3_0(spec) and (used := next(_of_3_1(spec), None)):
        yield Edit("/openapi", "3.1.0", f"{used} is OpenAPI 3.1.")


def _of_3_2(spec: Spec) -> Iterator[str]:
    """Where the document says what only 3.2 can and a client needs: operations, and the types of events."""
    for kind, names in _NEEDS_3_2.items():
        for pointer, node in objects(spec, kind):
            yield from (join(pointer, name) for name in names if _is_meant(node.get(name)))
    for pointer, node in objects(spec, "parameter"):
        if node.get("in") == "querystring":
            yield join(pointer, "in")


def _of_3_1(spec: Spec) -> Iterator[str]:
    for kind, names in OF_3_1.items():
        wanted = [name for name in names if name not in _SAYS_NOTHING]
        for pointer, node in nodes(spec, kind):
            if isinstance(node, dict) and not node.keys().isdisjoint(wanted):
                yield from (join(pointer, name) for name in wanted if name in node)


def _is_meant(value: Any) -> bool:
    """Whether this is more than a word that happens to be the same: an object, with something in it."""
    return isinstance(value, dict) and any(
        isinstance(each, dict | list) or key in ("type", "$ref") for key, each in value.items()
    )
