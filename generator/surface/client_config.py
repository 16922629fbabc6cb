"""What the client class of a package is configured with: address, authentication, limits, webhooks."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from ..provider.settings import Provider
from ..values import Spec
from .literals import literal

if TYPE_CHECKING:
    from . import Surface

OAUTH: Final = ("oauth2", "openIdConnect")


@frozen
class Scheme:
    """A security scheme as the runtime's class and the expression that makes it."""

    class_name: str
    code: str


def schemes(spec: Spec) -> dict[str, Scheme]:
    """The security schemes that the runtime can apply, by name."""
    found = {}
    for name, scheme in sorted(spec.get("components", {}).get("securitySchemes", {}).items()):
        if made := _scheme(scheme if isinstance(scheme, dict) else {}):
            found[name] = made
    return found


def _scheme(scheme: dict[str, Any]) -> Scheme | None:
    kind, http = scheme.get("type"), str(scheme.get("scheme", "")).lower()
    if kind == "http" and http == "basic":
        return Scheme("Basic", "Basic()")
    if kind == "http" and http not in ("bearer", ""):
        return Scheme("Bearer", f"Bearer({literal(str(scheme['scheme']))})")
    if kind == "http" or kind in OAUTH:
        return Scheme("Bearer", "Bearer()")
    if kind == "apiKey" and scheme.get("in") in ("header", "query", "cookie") and scheme.get("name"):
        place = "" if scheme["in"] == "header" else f", {literal(scheme['in'])}"
        return Scheme("ApiKey", f"ApiKey({literal(str(scheme['name']))}{place})")
    return None


def base_url(spec: Spec) -> str:
    """The first server, or nothing: the caller must then give one."""
    servers = spec.get("servers") or [{}]
    url = servers[0].get("url") if isinstance(servers[0], dict) else None
    return url if isinstance(url, str) else ""


def limits(surface: Surface) -> dict[str, Any]:
    """The documented limits as the runtime's limiter takes them."""
    given = surface.provider.limits
    found: dict[str, Any] = {}
    if "per_minute" in given:
        found["per_minute"] = given["per_minute"]
    if "create_per_minute" in given:
        creates = sorted(
            ".".join((*resource.path, method.name))
            for resource, method in surface.methods()
            if method.http_method == "POST"
        )
        found["per_operation"] = dict.fromkeys(creates, given["create_per_minute"])
    if "concurrent" in given:
        found["in_flight"] = given["concurrent"]
    return found


def webhook_classes(provider: Provider) -> dict[str, str]:
    """Event type -> class of its data."""
    return dict(sorted(provider.webhooks.events.items())) if provider.webhooks else {}


def key_doc(provider: Provider, made: dict[str, Scheme]) -> str:
    """Where the key comes from, in words."""
    if not made:
        return f"The address comes from `base_url` or from {provider.env}_BASE_URL."
    kinds = {scheme.class_name for scheme in made.values()}
    secret = f", the secret from `api_secret` or {provider.env}_API_SECRET" if "Basic" in kinds else ""
    alone = " Without a secret the key is sent as a token." if {"Basic", "Bearer"} <= kinds else ""
    whole = any("'Authorization'" in scheme.code for scheme in made.values() if scheme.class_name == "ApiKey")
    value = " It is all that the header Authorization holds (`Bearer ...`)." if whole else ""
    return f"The key comes from `api_key` or from {provider.env}_API_KEY{secret}.{alone}{value}"


def error_names(runtime: Path) -> list[str]:
    """The exceptions that the runtime exports."""
    tree = ast.parse((runtime / "errors.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__":
            names: list[str] = ast.literal_eval(node.value)
            return names
    return []


def members(runtime: Path, files: tuple[str, ...]) -> frozenset[str]:
    """Every name that the runtime's classes of these files define or set on themselves."""
    found: set[str] = set()
    for file in files:
        for node in ast.walk(ast.parse((runtime / file).read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                found.add(node.name)
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self":
                found.add(node.attr)
    return frozenset(found)
