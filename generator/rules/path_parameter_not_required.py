from __future__ import annotations

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import objects
from ..values import Edit, Spec


def path_parameter_not_required(spec: Spec) -> Found:
    """Mark path parameters as required: a path without its variable is another path.

    OpenAPI asks for it, and a generator that believed `required: false` would let callers leave out the `id` of
    what they delete.
    """
    for pointer, parameter in objects(spec, "parameter"):
        if parameter.get("in") == "path" and parameter.get("required") is not True:
            yield Edit(join(pointer, "required"), True, "A path parameter is always required.")
