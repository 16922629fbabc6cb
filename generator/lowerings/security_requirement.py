"""Who may call what: security and servers said at each operation."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from typing import Any, Final

from ..spec.openapi import components_of, join
from ..values import Spec
from ._operations import each_operation
from ._walk import Notes, note
from .path_item import resolved

MOST_WAYS: Final = 16
"""Alternatives that one requirement may come to: only an attack has more."""


def security_requirement(spec: Spec, notes: Notes) -> Spec:
    """Copy the document's security to the operations that have none of their own.

    The stock renderer loses root security before a template sees it. A requirement that names no scheme of
    the document cannot be met and is left out, with a note. A certificate is the connection's, not a key of the request.
    """
    schemes = {
        name: resolved(spec, node, join("/components/securitySchemes", name), notes)
        for name, node in components_of(spec, "securitySchemes").items()
    }
    root = _requirements(spec.get("security"), "/security", schemes, notes)

    def lowered(pointer: str, path: str, operation: dict[str, Any]) -> dict[str, Any]:
        own = operation.get("security")
        said = _requirements(own, join(pointer, "security"), schemes, notes) if isinstance(own, list) else root
        return {**operation, "security": said}

    kept = {"schemas": components_of(spec, "schemas"), **({"securitySchemes": schemes} if schemes else {})}
    return each_operation({**spec, "components": kept, "security": root}, lowered)


def _requirements(given: Any, pointer: str, schemes: dict[str, Any], notes: Notes) -> list[dict[str, list[str]]]:
    found: list[dict[str, list[str]]] = []
    for index, requirement in enumerate(given if isinstance(given, list) else ()):
        if not isinstance(requirement, dict):
            continue
        unknown = sorted(str(name) for name in requirement if name not in schemes)
        if unknown:
            note(
                notes,
                "security-undefined",
                join(pointer, index),
                f"no security scheme is called {', '.join(unknown)}",
            )
            continue
        scopes = {name: [text for text in value if isinstance(text, str)] if isinstance(value, list) else []
                  for name, value in requirement.items() if not _of_the_connection(schemes[name])}  # fmt: skip
        found += [way for way in _ways(scopes, schemes) if way not in found]
    return found


def _ways(scopes: dict[str, list[str]], schemes: dict[str, Any]) -> Iterator[dict[str, list[str]]]:
    """A requirement as those that one request can meet: it has one Authorization, and cannot be Basic and Bearer at once.

    Azure's container registry demands both, and means either; the FEC has one key under two names, which was sent twice.
    """
    places: dict[tuple[str, str], dict[str, list[str]]] = {}
    for name in scopes:
        place, kind = _place(name, schemes[name])
        places.setdefault(place, {}).setdefault(kind, []).append(name)
    for chosen in islice(product(*(kinds.values() for kinds in places.values())), MOST_WAYS):
        names = {name for group in chosen for name in group}
        yield {name: given for name, given in scopes.items() if name in names}


def _place(name: str, scheme: Any) -> tuple[tuple[str, str], str]:
    """Where a scheme puts its key, and what it makes of it."""
    if not isinstance(scheme, dict):
        return ("", name), ""
    if scheme.get("type") == "apiKey":
        return (str(scheme.get("in")), str(scheme.get("name")).lower()), name
    kind = str(scheme.get("scheme", "")).lower() if scheme.get("type") == "http" else "bearer"
    return ("header", "authorization"), kind


def _of_the_connection(scheme: Any) -> bool:
    return isinstance(scheme, dict) and scheme.get("type") == "mutualTLS"
