from __future__ import annotations

import re
from typing import Any, Final

from ..rule import Found
from ..spec.grammar import OBJECTS
from ..spec.openapi import join, references
from ..spec.walk import nodes
from ..values import REMOVED, Edit, Spec

_GOOD: Final = re.compile(r"[a-zA-Z0-9._-]+\Z")


def component_name_invalid(spec: Spec) -> Found:
    """Rename components whose name OpenAPI does not allow (`batch:X`, `Page<User>`), and all that names them.

    Only letters, digits, dot, hyphen and underscore may stand in a component's name. References,
    discriminator mappings and security requirements follow.
    """
    components = spec.get("components")
    if not isinstance(components, dict):
        return
    renamed: dict[str, str] = {}
    moves: list[tuple[str, str, Any]] = []
    for section in OBJECTS["components"]:
        names = components.get(section)
        if isinstance(names, dict):
            for old, new in _names(names):
                at = join("/components", section)
                renamed[join(at, old)] = join(at, new)
                moves.append((join(at, old), join(at, new), names[old]))
    if not moves:
        return
    yield from _references(spec, renamed)
    yield from _requirements(spec, renamed)
    for before, after, value in moves:
        yield Edit(after, value, "A component's name is made of letters, digits, `.`, `-` and `_`.", source=before)
        yield Edit(before, REMOVED, f"It is {after} now.")


def _names(names: dict[str, Any]) -> list[tuple[str, str]]:
    """The new names, given in the order of the old ones as texts, whatever the order in the document."""
    taken = {name for name in names if _GOOD.match(name)}
    found = []
    for name in sorted(set(names) - taken):
        base = re.sub(r"[^a-zA-Z0-9.-]+", "_", name).strip("_") or "Component"
        new, number = base, 2
        while new in taken:
            new, number = f"{base}_{number}", number + 1
        taken.add(new)
        found.append((name, new))
    return found


def _references(spec: Spec, renamed: dict[str, str]) -> Found:
    # `references` leaves examples out, where a reference may be a vendor's own text; these are not
    listed = [(at, node["$ref"]) for at, node in nodes(spec, "example") if isinstance(node, dict) and "$ref" in node]
    for pointer, ref in [*references(spec), *listed]:
        new = _followed(ref, renamed) if isinstance(ref, str) else None
        if new is not None:
            yield Edit(join(pointer, "$ref"), new, "The component has a valid name now.")
    for pointer, node in nodes(spec, "discriminator"):
        mapping = node.get("mapping") if isinstance(node, dict) else None
        for value, target in mapping.items() if isinstance(mapping, dict) else ():
            if isinstance(target, str):
                new = _followed(target, renamed)
                if new is None and (found := renamed.get(join("/components/schemas", target))):
                    new = "#" + found
                if new is not None:
                    yield Edit(join(pointer, "mapping", value), new, "The component has a valid name now.")


def _followed(ref: str, renamed: dict[str, str]) -> str | None:
    if not ref.startswith("#/components/"):
        return None
    parts = ref.split("/")
    new = renamed.get("/".join(["", *parts[1:4]]))
    return None if new is None else "#" + "/".join([new, *parts[4:]])


def _requirements(spec: Spec, renamed: dict[str, str]) -> Found:
    prefix = "/components/securitySchemes"
    for pointer, node in nodes(spec, "requirement"):
        if isinstance(node, dict) and any(join(prefix, name) in renamed for name in node):
            meant = {
                renamed.get(join(prefix, name), "/" + name).rpartition("/")[2]: each for name, each in node.items()
            }
            yield Edit(pointer, meant, "The security scheme has a valid name now.")
