from __future__ import annotations

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import objects
from ..swagger.words import KEYWORDS
from ..values import REMOVED, Edit, Spec


def parameter_type_at_top(spec: Spec) -> Found:
    """Move the type of a parameter or header into its schema, where OpenAPI 3 has it.

    `{name: limit, in: query, type: integer}` is Swagger 2 left over in a converted document.
    """
    for kind in ("parameter", "header"):
        for pointer, parameter in objects(spec, kind):
            found = [name for name in KEYWORDS if name in parameter]
            schema = parameter.get("schema")
            if not found or not isinstance(schema, dict | None):
                continue
            meant = {name: parameter[name] for name in found} | (schema or {})
            yield Edit(join(pointer, "schema"), meant, "A parameter's type stands in its schema.")
            for name in found:
                yield Edit(join(pointer, name), REMOVED, "It is in the schema now.")
