from __future__ import annotations

from typing import Any, Final

from ..naming.words import folded
from ..rule import Found
from ..spec.openapi import components_of, join
from ..spec.walk import nodes
from ..values import REMOVED, Edit, Note, Spec

_SAID: Final = {
    **dict.fromkeys(("bearer", "bearerauth", "bearertoken", "httpbearer", "jwt", "jwtauth"), "bearer"),
    **dict.fromkeys(("oauth", "oauth2", "oauth20", "accesstoken"), "bearer"),
    **dict.fromkeys(("basic", "basicauth", "httpbasic", "basicauthentication"), "basic"),
}
"""Names that say what a scheme is, where nothing defines it."""


def security_scheme_undefined(spec: Spec) -> Found:
    """Mend security requirements that name no scheme of the document; drop and note the others.

    A name that differs in case or separators only is that scheme, and any name is where the document defines just
    one. Otherwise `bearerAuth` and `basicAuth` say what they are, and so does `oauth2`: a token. An alternative
    that would become empty goes as a whole: empty means that no key is needed.
    """
    known = components_of(spec, "securitySchemes")
    names = {folded(name): name for name in reversed(known)}
    made: dict[str, str] = {}
    holders = [("", spec)] + [(at, node) for at, node in nodes(spec, "operation") if isinstance(node, dict)]
    for pointer, holder in holders:
        listed = holder.get("security")
        if isinstance(listed, list) and any(
            isinstance(each, dict) and any(n not in known for n in each) for each in listed
        ):
            yield from _mended(join(pointer, "security"), listed, known, names, made)
    if made:
        added = {**known, **{name: {"type": "http", "scheme": scheme} for name, scheme in made.items()}}
        why = "The requirements name it, and its name says what it is."
        if isinstance(spec.get("components"), dict):
            yield Edit("/components/securitySchemes", added, why)
        else:
            yield Edit("/components", {"securitySchemes": added}, why)


def _mended(
    pointer: str, listed: list[Any], known: dict[str, Any], names: dict[str, str], made: dict[str, str]
) -> Found:
    kept = []
    for index, requirement in enumerate(listed):
        if not isinstance(requirement, dict):
            continue
        meant: dict[str, Any] = {}
        for name, scopes in requirement.items():
            found = _meant(str(name), known, names)
            if found is None:
                what = f"The document defines no security scheme {name!r}; the requirement was left out."
                yield Note("normalise", "security-undefined", join(pointer, index, name), what)
                continue
            if found not in known:
                made[found] = _SAID[folded(found)]
            meant[found] = scopes
        if meant or not requirement:
            kept.append(meant)
    if kept != listed:
        yield Edit(pointer, kept or REMOVED, "A requirement names a scheme of the document.")


def _meant(name: str, known: dict[str, Any], names: dict[str, str]) -> str | None:
    """The scheme that a requirement means; None where nobody can tell."""
    if name in known:
        return name
    if (same := names.get(folded(name))) is not None:
        return same
    if len(known) == 1:
        return next(iter(known))
    return name if folded(name) in _SAID else None
