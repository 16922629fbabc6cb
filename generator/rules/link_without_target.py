from __future__ import annotations

from ..rule import Found
from ..spec.instances import shown
from ..spec.openapi import join
from ..spec.walk import is_3_0, objects
from ..values import REMOVED, Edit, Spec


def link_without_target(spec: Spec) -> Found:
    """Drop links that name no operation, and leave one name to those that name it twice.

    3.1 also wants the values of a link's parameters to be texts.
    """
    old = is_3_0(spec)
    for pointer, link in objects(spec, "link"):
        if "operationRef" not in link and "operationId" not in link:
            yield Edit(pointer, REMOVED, "A link leads to an operation.")
            continue
        if "operationRef" in link and "operationId" in link:
            yield Edit(join(pointer, "operationRef"), REMOVED, "The operationId says where it leads.")
        parameters = link.get("parameters")
        for name, value in parameters.items() if isinstance(parameters, dict) and not old else ():
            if not isinstance(value, str):
                text = shown(value, 10_000)
                yield Edit(join(pointer, "parameters", name), text, "OpenAPI 3.1 has texts here.")
