from __future__ import annotations

from typing import Any, Final

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import is_3_0, objects
from ..values import REMOVED, Edit, Note, Spec

_TYPES: Final = {
    "apikey": "apiKey", "api_key": "apiKey", "api-key": "apiKey", "http": "http", "oauth2": "oauth2",
    "oauth": "oauth2", "openidconnect": "openIdConnect", "mutualtls": "mutualTLS",
}  # fmt: skip
_HTTP: Final = ("basic", "bearer", "digest", "jwt", "token")
_FIELDS: Final = {
    "apiKey": ("name", "in"), "http": ("scheme", "bearerFormat"), "oauth2": ("flows", "oauth2MetadataUrl"),
    "openIdConnect": ("openIdConnectUrl",), "mutualTLS": (),
}  # fmt: skip
_OWN: Final = ("name", "in", "scheme", "bearerFormat", "flows", "openIdConnectUrl", "oauth2MetadataUrl")


def security_scheme_malformed(spec: Spec) -> Found:
    """Complete a security scheme, and rid it of fields that belong to another type of scheme.

    `type: bearer` is `http` with the scheme `bearer`; `apikey` is `apiKey`; a key without a place goes in
    a header, one without a name in `Authorization`. A type that nobody knows is noted as lost.
    """
    for pointer, scheme in objects(spec, "security_scheme"):
        if not pointer.startswith("/components/securitySchemes/"):
            continue
        meant = _meant(scheme)
        if meant is None or (meant["type"] == "mutualTLS" and is_3_0(spec)):
            what = f"A security scheme of the type {scheme.get('type')!r} cannot be used; it was left out."
            yield Note("normalise", "security-scheme-unknown", pointer, what)
            yield Edit(pointer, REMOVED, "OpenAPI has no such type of security scheme.")
            continue
        for name, value in meant.items():
            if scheme.get(name, REMOVED) != value:
                yield Edit(join(pointer, name), value, f"A scheme of the type {meant['type']} has it so.")
        for name in scheme:
            if name in _OWN and name not in meant:
                yield Edit(join(pointer, name), REMOVED, f"A scheme of the type {meant['type']} has no `{name}`.")


def _is_bearer(scheme: dict[str, Any]) -> bool:
    """ReadMe's editor has a bearer token as a key in `Authorization`, and says so in an extension."""
    return scheme.get("x-bearer-format") == "bearer" and str(scheme.get("name")).lower() == "authorization"


def _meant(scheme: dict[str, Any]) -> dict[str, Any] | None:
    """The type of a scheme and the fields that belong to it, complete."""
    word = str(scheme.get("type", "")).strip().lower()
    if _is_bearer(scheme):
        return {"type": "http", "scheme": "bearer"}
    kind = "http" if word in _HTTP else _TYPES.get(word)
    if kind is None:
        return None
    fields = {"type": kind} | {name: scheme[name] for name in _FIELDS[kind] if name in scheme}
    if kind == "http":
        name = word if word in _HTTP else str(scheme.get("scheme") or "bearer").strip()
        fields["scheme"] = "bearer" if name.lower() in ("jwt", "token") else name
        if fields["scheme"].lower() != "bearer":
            fields.pop("bearerFormat", None)
    elif kind == "apiKey":
        place = str(scheme.get("in", "")).strip().lower()
        fields["in"] = place if place in ("header", "query", "cookie") else "header"
        fields["name"] = scheme.get("name") or "Authorization"
    elif kind == "oauth2":
        fields.setdefault("flows", {})
    elif kind == "openIdConnect":
        fields.setdefault("openIdConnectUrl", "")
    return fields
