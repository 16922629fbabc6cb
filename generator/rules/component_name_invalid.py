from __future__ import annotations

import re
from typing import Any, Final

from ..rule import Found
from ..spec.grammar import OBJECTS
from ..spec.moves import followed
from ..spec.openapi import components_of, get, join
from ..spec.walk import nodes
from ..values import REMOVED, Edit, Spec

_GOOD: Final = re.compile(r"[a-zA-Z0-9._-]+\Z")


def component_name_invalid(spec: Spec) -> Found:
    """Rename components whose name OpenAPI does not allow (`batch:X`, `Page<User>`), and all that names them.

    Only letters, digits, dot, hyphen and underscore may stand in a component's name. References,
    discriminator mappings and security requirements follow.
    """
    renamed: dict[str, str] = {}
    for section in OBJECTS["components"]:
        at = join("/components", section)
        renamed |= {join(at, old): join(at, new) for old, new in _names(components_of(spec, section))}
    if renamed:
        yield from followed(spec, _mended(spec, renamed))


def _mended(spec: Spec, renamed: dict[str, str]) -> Found:
    yield from _requirements(spec, renamed)
    for before, after in renamed.items():
        why = "A component's name is made of letters, digits, `.`, `-` and `_`."
        yield Edit(after, get(spec, before), why, source=before)
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


def _requirements(spec: Spec, renamed: dict[str, str]) -> Found:
    prefix = "/components/securitySchemes"
    for pointer, node in nodes(spec, "requirement"):
        if isinstance(node, dict) and any(join(prefix, name) in renamed for name in node):
            meant = {
                renamed.get(join(prefix, name), "/" + name).rpartition("/")[2]: each for name, each in node.items()
            }
            yield Edit(pointer, meant, "The security scheme has a valid name now.")
