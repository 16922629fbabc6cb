from __future__ import annotations

from typing import Any

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import objects
from ..swagger.words import STYLES
from ..values import REMOVED, Edit, Spec


def collection_format(spec: Spec) -> Found:
    """Say `collectionFormat` of Swagger 2 as the style and explode of OpenAPI 3.

    Left over by converters and by hand. Without it a list would be sent as `ports=a&ports=b` to a server that
    splits `ports=a|b`.
    """
    for pointer, parameter in objects(spec, "parameter"):
        holder = parameter if "collectionFormat" in parameter else parameter.get("schema")
        if not isinstance(holder, dict) or "collectionFormat" not in holder:
            continue
        at = pointer if holder is parameter else join(pointer, "schema")
        why = "OpenAPI 3 says how a list is written by style and explode."
        yield Edit(join(at, "collectionFormat"), REMOVED, why)
        meant = _meant(parameter, holder["collectionFormat"])
        for name, value in meant.items():
            if name not in parameter:
                yield Edit(join(pointer, name), value, why)


def _meant(parameter: dict[str, Any], said: Any) -> dict[str, Any]:
    """Only a query has a choice of separators; elsewhere lists have commas anyhow."""
    if (
        parameter.get("in") != "query"
        or not isinstance(said, str)
        or said not in STYLES
        or parameter.get("style", "form") != "form"
    ):
        return {}
    style, explode = STYLES[said]
    return {"explode": explode} if style == "form" else {"style": style, "explode": explode}
