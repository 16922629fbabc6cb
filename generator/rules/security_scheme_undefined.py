from __future__ import annotations

from typing import Any

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import nodes
from ..values import REMOVED, Edit, Note, Spec


def security_scheme_undefined(spec: Spec) -> Found:
    """Drop security requirements that name no scheme of the document.

    A name that differs in case only is that scheme. An alternative that would become empty by this goes
    as a whole: empty means that no key is needed.
    """
    components = spec.get("components")
    schemes = components.get("securitySchemes") if isinstance(components, dict) else None
    known = schemes if isinstance(schemes, dict) else {}
    by_case = {name.lower(): name for name in reversed(known)}
    holders = [("", spec)] + [(at, node) for at, node in nodes(spec, "operation") if isinstance(node, dict)]
    for pointer, holder in holders:
        listed = holder.get("security")
        if isinstance(listed, list) and any(
            isinstance(each, dict) and any(n not in known for n in each) for each in listed
        ):
            yield from _mended(join(pointer, "security"), listed, known, by_case)


def _mended(pointer: str, listed: list[Any], known: dict[str, Any], by_case: dict[str, str]) -> Found:
    kept = []
    for index, requirement in enumerate(listed):
        if not isinstance(requirement, dict):
            continue
        meant: dict[str, Any] = {
            by_case.get(str(name).lower(), str(name)): scopes for name, scopes in requirement.items()
        }
        for name in [name for name in meant if name not in known]:
            del meant[name]
            what = f"The document defines no security scheme {name!r}; the requirement was left out."
            yield Note("normalise", "security-undefined", join(pointer, index, name), what)
        if meant or not requirement:
            kept.append(meant)
    yield Edit(pointer, kept or REMOVED, "A requirement names a scheme of the document.")
