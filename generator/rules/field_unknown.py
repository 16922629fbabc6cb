from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ..rule import Found
from ..spec.grammar import AFTER_3_1, LATER, OBJECTS, REFERABLE, Field
from ..spec.openapi import join
from ..spec.walk import is_3_0, nodes, referring
from ..values import REMOVED, Edit, Spec

_OPEN: Final = ("callback", "requirement")
"""Objects whose keys are names."""


def field_unknown(spec: Spec) -> Found:
    """Turn fields that OpenAPI does not have into the vendor's own, `x-...`, or into the one that is meant.

    `operationID` and `GET` are meant as `operationId` and `get`. `produces` and the like mean nothing in
    OpenAPI 3 and make a strict reader refuse the document; their text is kept as an extension. A schema of
    3.1 may hold any keyword, one of 3.0 may not. What a reference leads into (`definitions`) stays until
    the structure rules have made components of it.
    """
    version = str(spec.get("openapi", ""))
    old = is_3_0(spec)
    referred = _referred(spec)
    for kind, fields in OBJECTS.items():
        if kind in _OPEN or (kind == "schema" and not old):
            continue
        known = _known(kind, fields, version)
        by_case = {name.lower(): name for name in sorted(known)}
        for pointer, node in nodes(spec, kind):
            if not isinstance(node, dict) or (kind in REFERABLE and kind != "path_item" and "$ref" in node):
                continue
            for name in node:
                if name not in known and not name.startswith("x-") and join(pointer, name) not in referred:
                    yield from _renamed(pointer, node, name, by_case)


def _referred(spec: Spec) -> set[str]:
    """Every place that a reference leads to or through."""
    found: set[str] = set()
    for kind in REFERABLE:
        for _, node in referring(spec, kind):
            ref = node["$ref"]
            if isinstance(ref, str) and ref.startswith("#/"):
                parts = ref[1:].split("/")
                if parts[1] == "components" and parts[2:3] and parts[2] in OBJECTS["components"]:
                    continue
                found.update("/".join(parts[:end]) for end in range(2, len(parts) + 1))
    return found


def _known(kind: str, fields: Mapping[str, Field], version: str) -> frozenset[str]:
    later: tuple[str, ...] = ()
    if version.startswith("3.0"):
        later = LATER.get(kind, ())
    elif version.startswith("3.1"):
        later = AFTER_3_1.get(kind, ())
    extra: tuple[str, ...] = ("type",) if kind == "schema" else ()
    extra += ("exclusiveMinimum", "exclusiveMaximum") if kind == "schema" else ()
    return frozenset(fields) - frozenset(later) | frozenset(extra)


def _renamed(pointer: str, node: dict[str, Any], name: str, by_case: Mapping[str, str]) -> Found:
    old = join(pointer, name)
    meant = by_case.get(name.lower())
    if meant is not None and meant not in node:
        yield Edit(join(pointer, meant), node[name], f"`{name}` is written `{meant}`.", source=old)
        yield Edit(old, REMOVED, f"It is `{meant}` now.")
        return
    own = "x-" + name.lstrip("$").replace("_", "-")
    while own in node:
        own += "-2"
    yield Edit(join(pointer, own), node[name], f"OpenAPI has no field `{name}` here.", source=old)
    yield Edit(old, REMOVED, f"It is `{own}` now.")
