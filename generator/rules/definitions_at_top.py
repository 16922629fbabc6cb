from __future__ import annotations

import json
import re
from typing import Any, Final

from ..rule import Found
from ..spec.moves import followed
from ..spec.openapi import components_of, join, unescape
from ..swagger.words import SECTIONS as SWAGGER
from ..swagger.words import addresses
from ..values import REMOVED, Edit, Spec

SECTIONS: Final = {**SWAGGER, "securitySchemes": "securitySchemes", "requestBodies": "requestBodies"}
"""What Swagger 2 has at the top, and what hands put there because the word `components` was forgotten."""


def definitions_at_top(spec: Spec) -> Found:
    """Move what Swagger 2 defines at the top of a document into `components`, and its address into `servers`.

    Who raises the version by hand leaves `definitions` where they were; who writes by hand forgets the level
    `components`. Where `components` has another thing under the same name, both stay, that of the top as
    `NameDefinition`. References follow, since one may lead into what moves.
    """
    places = {old: _places(spec, old) for old in SECTIONS if _is_section(spec.get(old))}
    moves = {
        join("", old, name): join("/components", SECTIONS[old], new)
        for old, names in places.items()
        for name, new in names.items()
    }
    yield from followed(spec, _moved(spec, places), moves)


def _places(spec: Spec, old: str) -> dict[str, str]:
    """The name in `components` of each thing that is defined at the top."""
    others = _others(spec, old)
    taken = {*_known(spec, old), *spec[old]}
    places: dict[str, str] = {}
    for name in spec[old]:
        new = name
        while name in others and new in taken:
            new += "Definition"
        taken.add(new)
        places[name] = new
    return places


def _others(spec: Spec, old: str) -> set[str]:
    """The names that mean one thing at the top and another in `components`: there, or in what they refer to."""
    known = _known(spec, old)
    both = {name: (_said(known[name]), _said(node)) for name, node in spec[old].items() if name in known}
    holders: dict[str, set[str]] = {}
    for name, (said, _) in both.items():
        for other in re.findall(rf'"#/components/{SECTIONS[old]}/([^"/]+)', said):
            holders.setdefault(unescape(other), set()).add(name)
    found: set[str] = set()
    work = [name for name, (one, other) in both.items() if one != other]
    while work:
        name = work.pop()
        if name not in found:
            found.add(name)
            work += holders.get(name, ())
    return found


def _said(node: Any) -> str:
    """What a thing says, wherever it refers to."""
    said = json.dumps(node, sort_keys=True, default=str, ensure_ascii=False)
    for old, new in SECTIONS.items():
        said = said.replace(f'"#/{old}/', f'"#/components/{new}/')
    return said


def _known(spec: Spec, old: str) -> dict[str, Any]:
    return components_of(spec, SECTIONS[old])


def _moved(spec: Spec, places: dict[str, dict[str, str]]) -> Found:
    components = spec.get("components")
    merged: dict[str, Any] = dict(components) if isinstance(components, dict) else {}
    found = list(places)
    for old in found:
        moved = {places[old][name]: node for name, node in spec[old].items()}
        known = merged.get(SECTIONS[old])
        merged[SECTIONS[old]] = {**moved, **known} if isinstance(known, dict) else moved
        yield Edit(join("", old), REMOVED, f"It is components/{SECTIONS[old]} now.")
    if found:
        yield Edit("/components", merged, f"OpenAPI 3 has what {', '.join(found)} define in components.")
    urls = addresses(spec) if isinstance(spec.get("host"), str) else []
    if urls and not spec.get("servers"):
        yield Edit("/servers", [{"url": urls[0]}], "OpenAPI 3 has the address in servers.")


def _is_section(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(each, dict) for each in value.values())
