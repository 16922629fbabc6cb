from __future__ import annotations

from typing import Any, Final

from ..rule import Found
from ..spec.grammar import AFTER_3_1, LATER
from ..spec.openapi import join
from ..spec.walk import is_3_0, nodes, objects
from ..values import Edit, Spec

_SAYS_NOTHING: Final = ("$schema", "$comment", "$id", "$anchor", "$vocabulary", "jsonSchemaDialect")
"""Fields that change no meaning where they go: an extension holds them as well."""
_OF_3_2: Final = {
    "path_item": ("query", "additionalOperations"), "media_type": ("itemSchema",), "components": ("mediaTypes",),
    "parameter": (),
}  # fmt: skip
"""What only 3.2 can say and a client needs: without it operations and the types of events are lost."""


def feature_of_later_version(spec: Spec) -> Found:
    """Raise the version of a document that uses what only OpenAPI 3.1, or 3.2, can say.

    `patternProperties`, `prefixItems`, `if`, `webhooks`: there is no word for them in 3.0, and the
    document means them; the method `query` and `additionalOperations` are 3.2. What 3.0 has words for (`const`, null, several types) is said in those instead
    by the rules before this one, since a new version changes the look of every nullable schema.
    """
    if not str(spec.get("openapi")).startswith("3.2"):
        for kind, names in _OF_3_2.items():
            for pointer, node in objects(spec, kind):
                used = next((name for name in names if _is_meant(node.get(name))), None)
                if used is None and kind == "parameter" and node.get("in") == "querystring":
                    used = "in"
                if used is not None:
                    yield Edit("/openapi", "3.2.0", f"{join(pointer, used)} is OpenAPI 3.2.")
                    return
    if not is_3_0(spec):
        return
    for kind, names in LATER.items():
        wanted = [name for name in names if name not in (*_SAYS_NOTHING, *AFTER_3_1.get(kind, ()))]
        for pointer, node in nodes(spec, kind):
            if isinstance(node, dict):
                for name in wanted:
                    if name in node:
                        why = f"{join(pointer, name)} is OpenAPI 3.1."
                        yield Edit("/openapi", "3.1.0", why)
                        return


def _is_meant(value: Any) -> bool:
    """Whether this is more than a word that happens to be the same: an object, with something in it."""
    return isinstance(value, dict) and any(
        isinstance(each, dict | list) or key in ("type", "$ref") for key, each in value.items()
    )
