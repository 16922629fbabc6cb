"""Who may call what: security and servers said at each operation."""

from __future__ import annotations

from typing import Any

from ..spec.openapi import components_of, join
from ..values import Spec
from ._operations import each_operation
from ._walk import Notes, note
from .path_item import resolved


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
        if scopes not in found:
            found.append(scopes)
    return found


def _of_the_connection(scheme: Any) -> bool:
    return isinstance(scheme, dict) and scheme.get("type") == "mutualTLS"
