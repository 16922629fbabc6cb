from __future__ import annotations

from typing import Any, Final

from ..rule import Found
from ..spec.openapi import split
from ..spec.walk import objects
from ..values import REMOVED, Edit, Note, Spec

_KNOWN: Final = ("path", "query", "header", "cookie")
_BODY: Final = ("body", "formdata", "form")


def parameter_location_unknown(spec: Spec) -> Found:
    """Say where a parameter goes: `Query` is `query`; one that a path names is in the path.

    Parameters in `body` or `formData` are Swagger 2: `parameter_in_body` has made a request body of them
    wherever there was none, so one that is left is a loss.
    """
    allowed = (*_KNOWN, "querystring") if str(spec.get("openapi")).startswith("3.2") else _KNOWN
    for pointer, parameter in objects(spec, "parameter"):
        place, name = parameter.get("in"), parameter.get("name")
        if place in allowed or not isinstance(name, str):
            continue
        word = place.strip().lower() if isinstance(place, str) else ""
        if word in _BODY:
            yield Note(
                "normalise",
                "body-parameter",
                pointer,
                f"Parameter {name!r} is in {place!r}; it was left out.",
            )
            yield Edit(pointer, REMOVED, f"OpenAPI 3 has no parameters in {place!r}.")
            continue
        meant = word if word in allowed else "path" if _named_by_path(pointer, name) else "query"
        yield Edit(f"{pointer}/in", meant, f"A parameter is in one of {', '.join(allowed)}.")


def _named_by_path(pointer: str, name: Any) -> bool:
    tokens = split(pointer)
    return len(tokens) > 1 and tokens[0] == "paths" and "{" + str(name) + "}" in tokens[1]
