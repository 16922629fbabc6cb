from __future__ import annotations

from typing import Any, Final

from ..rule import Found
from ..spec.openapi import components_of, join
from ..spec.parameters import ParameterAt, paths
from ..values import Edit, Spec

_BY_HEADER: Final = ("http", "oauth2", "openIdConnect")
NAME: Final = "Authorization"


def authorization_as_parameter(spec: Spec) -> Found:
    """Read a header parameter called Authorization as the security that its operation does not state.

    OpenAPI ignores such parameters, as the security says what is sent there; NDHM, Akeneo and GoToMeeting state none, and the
    client would have no way to send a key. The one scheme of the document that uses this header is meant, else the key is
    the header's whole value.
    """
    asked: dict[str, ParameterAt] = {}
    for at in paths(spec):
        for pointer, own in at.operations.items():
            operation = at.item.get(pointer.rpartition("/")[2])
            security = operation.get("security", spec.get("security")) if isinstance(operation, dict) else True
            found = [each for each in (*own, *at.shared) if _is_authorization(each)]
            if found and not security:
                asked[pointer] = found[0]
    if not asked:
        return
    schemes = components_of(spec, "securitySchemes")
    usual = [name for name, scheme in schemes.items() if _uses_the_header(scheme)]
    name = usual[0] if len(usual) == 1 else NAME
    while name not in usual and name in schemes:
        name += "_"
    for pointer, parameter in asked.items():
        required: list[dict[str, Any]] = [{name: []}] if parameter.value.get("required") else [{}, {name: []}]
        yield Edit(
            join(pointer, "security"), required, "A parameter is the key, and nothing else says that it needs one."
        )
    if name not in schemes:
        made = {**schemes, name: {"type": "apiKey", "in": "header", "name": "Authorization"}}
        why = "Parameters describe it."
        if isinstance(spec.get("components"), dict):
            yield Edit("/components/securitySchemes", made, why)
        else:
            yield Edit("/components", {"securitySchemes": made}, why)


def _is_authorization(parameter: ParameterAt) -> bool:
    place, name = parameter.key
    return place == "header" and name.strip().lower() == "authorization"


def _uses_the_header(scheme: Any) -> bool:
    if not isinstance(scheme, dict):
        return False
    if scheme.get("type") == "apiKey":
        return scheme.get("in") == "header" and str(scheme.get("name")).lower() == "authorization"
    return scheme.get("type") in _BY_HEADER
