"""The security schemes of Swagger 2."""

from __future__ import annotations

from typing import Any, Final

_FLOWS: Final = {
    "implicit": "implicit", "password": "password", "application": "clientCredentials", "accesscode": "authorizationCode",
}  # fmt: skip
_OAUTH: Final = ("flow", "authorizationUrl", "tokenUrl", "refreshUrl", "scopes")


def scheme_of(scheme: Any) -> Any:
    """A scheme in the words of 3.0: `basic` is one of HTTP, and OAuth 2 has its flow among `flows`.

    Where a scheme does not say which flow it is, its addresses do.
    """
    kind = str(scheme.get("type", "")).strip().lower() if isinstance(scheme, dict) else ""
    if kind == "basic":
        return {**scheme, "type": "http", "scheme": "basic"}
    if kind not in ("oauth2", "oauth") or "flows" in scheme:
        return scheme
    rest = {key: value for key, value in scheme.items() if key not in _OAUTH}
    flow = {key: scheme[key] for key in _OAUTH if key in scheme and key != "flow"}
    return {**rest, "type": "oauth2", "flows": {_flow(scheme): {**flow, "scopes": _scopes(scheme.get("scopes"))}}}


def _flow(scheme: dict[str, Any]) -> str:
    said = str(scheme.get("flow", "")).strip().lower()
    known = _FLOWS.get(said) or {new.lower(): new for new in _FLOWS.values()}.get(said)
    if known is not None:
        return known
    if "authorizationUrl" in scheme:
        return "authorizationCode" if "tokenUrl" in scheme else "implicit"
    return "clientCredentials"


def _scopes(said: Any) -> Any:
    """Scopes are texts by name; some list the names alone."""
    if isinstance(said, list):
        return {each: "" for each in said if isinstance(each, str)}
    return {} if said is None else said
