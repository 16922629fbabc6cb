from __future__ import annotations

from typing import Final

from ..rule import Found
from ..spec.grammar import AFTER_3_1, LATER
from ..spec.openapi import join
from ..spec.walk import is_3_0, nodes
from ..values import Edit, Spec

_SAYS_NOTHING: Final = ("$schema", "$comment", "$id", "$anchor", "$vocabulary", "jsonSchemaDialect")
"""Fields that change no meaning where they go: an extension holds them as well."""


def feature_of_later_version(spec: Spec) -> Found:
    """Raise the version of a 3.0 document that uses what only OpenAPI 3.1 can say.

    `patternProperties`, `prefixItems`, `if`, `webhooks`: there is no word for them in 3.0, and the
    document means them. What 3.0 has words for (`const`, null, several types) is said in those instead
    by the rules before this one, since a new version changes the look of every nullable schema.
    """
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
