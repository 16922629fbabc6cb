from __future__ import annotations

from typing import Any

from ..rule import Found
from ..spec.moves import followed
from ..spec.openapi import join
from ..swagger.words import SECTIONS, addresses
from ..values import REMOVED, Edit, Spec


def definitions_at_top(spec: Spec) -> Found:
    """Move what Swagger 2 defines at the top of a document into `components`, and its address into `servers`.

    Who raises the version by hand leaves `definitions` where they were. The names that `components` has
    already stay what they are there. References follow, since one may lead into what moves.
    """
    components = spec.get("components")
    known: dict[str, Any] = components if isinstance(components, dict) else {}
    moves = {
        join("", old, name): join("/components", new, name)
        for old, new in SECTIONS.items()
        if _is_section(spec.get(old))
        for name in spec[old]
        if not (isinstance(own := known.get(new), dict) and name in own)
    }
    yield from followed(spec, _moved(spec), moves)


def _moved(spec: Spec) -> Found:
    components = spec.get("components")
    merged: dict[str, Any] = dict(components) if isinstance(components, dict) else {}
    found = [old for old in SECTIONS if _is_section(spec.get(old))]
    for old in found:
        own = merged.get(SECTIONS[old])
        merged[SECTIONS[old]] = {**spec[old], **(own if isinstance(own, dict) else {})}
        yield Edit(join("", old), REMOVED, f"It is components/{SECTIONS[old]} now.")
    if found:
        yield Edit("/components", merged, f"OpenAPI 3 has what {', '.join(found)} define in components.")
    host = spec.get("host")
    if isinstance(host, str) and host.strip() and not spec.get("servers"):
        yield Edit("/servers", [{"url": addresses(spec)[0]}], "OpenAPI 3 has the address in servers.")


def _is_section(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(each, dict) for each in value.values())
