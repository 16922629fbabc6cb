"""The data that a generated method hands to the runtime: its operation, how it pages, how it waits."""

from __future__ import annotations

from typing import Any, Final

from ..provider.settings import Paginator
from ..surface import Method, Resource, Wait
from ..surface.client_values import Body, Result
from ..surface.literals import literal
from ..surface.python_types import Types
from .codecs import decoding_text

DEFAULT_STYLES: Final = {"path": "simple", "header": "simple", "query": "form", "cookie": "form"}


def operation(types: Types, resource: Resource, method: Method) -> str:
    """The `Operation(...)` of a method."""
    operation = method.at.operation
    parts = [literal(method.http_method), literal(method.path)]
    parts += [_result(types, method, result) for result in method.results]
    parts.append(f"name={literal('.'.join((*resource.path, method.name)))}")
    params = [_param(parameter) for parameter in operation.get("parameters", [])]
    if params:
        parts.append(f"params=({', '.join(params)},)")
    if method.body:
        parts.append(f"body=({_body(method.body)},)")
    if security := _security(operation):
        parts.append(f"security={literal(security)}")
    server = _server(operation)
    if server:
        parts.append(f"server={literal(server)}")
    if method.envelope:
        parts.append(f"envelope={literal(method.envelope)}")
    return f"Operation({', '.join(parts)})"


def _body(body: Body) -> str:
    parts = [literal(body.media), literal(body.kind)]
    if body.encodings:
        parts.append(literal(dict(body.encodings)))
    if body.styles:
        parts.append(f"styles={literal(dict(body.styles))}")
    if body.optional:
        parts.append("optional=True")
    return f"Body({', '.join(parts)})"


def _result(types: Types, method: Method, result: Result) -> str:
    if result.kind == "none":
        return f"Result({literal(result.status)}, kind='none')"
    parts = [literal(result.status)]
    use = result.use or {}
    if result.kind in ("json", "events"):
        if result.kind == "json" and method.item is not None:
            use = {"type": "array", "items": method.item}
        elif result.kind == "json" and method.envelope:
            use = method.returned[0]
        parts.append(literal(decoding_text(types, use)))
    if result.kind != "json":
        parts.append(f"kind={literal(result.kind)}")
    if result.media != "application/json":
        parts.append(f"media={literal(result.media)}")
    if result.frame:
        parts.append(f"frame={literal(result.frame)}")
    return f"Result({', '.join(parts)})"


def paginator_data(paginator: Paginator) -> str:
    """The `Paginator(...)` of a list."""
    parts = [literal(paginator.style)]
    for key, value in (
        ("offset", paginator.offset), ("page", paginator.page), ("cursor", paginator.cursor),
        ("size", paginator.limit), ("next", paginator.next), ("page_size", paginator.page_size),
    ):  # fmt: skip
        if value is not None:
            parts.append(f"{key}={literal(value)}")
    return f"Paginator({', '.join(parts)})"


def _param(parameter: dict[str, Any]) -> str:
    parts = [literal(parameter["name"]), literal(parameter["in"])]
    default = DEFAULT_STYLES[parameter["in"]]
    style = parameter.get("style") or default
    explode = parameter.get("explode", style == "form")
    if style != default:
        parts.append(literal(style))
    if explode != (style == "form"):
        parts.append(f"explode={bool(explode)}")
    if parameter.get("x-content") and not parameter["x-content"].startswith("text/"):
        parts.append("json=True")
    if parameter.get("allowReserved"):
        parts.append("reserved=True")
    return f"Param({', '.join(parts)})"


def _security(operation: dict[str, Any]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(alternative) for alternative in operation.get("security") or [] if isinstance(alternative, dict))


def _server(operation: dict[str, Any]) -> str | None:
    servers = operation.get("servers")
    return servers[0].get("url") if servers else None


def waiter_data(wait: Wait) -> str:
    """The `Waiter(...)` of a wait."""
    waiter = wait.waiter
    parts = [f"status={literal(waiter.status)}", f"success={literal(tuple(waiter.success))}"]
    parts.append(f"failure={literal(tuple(waiter.failure))}")
    for key in ("id", "interval", "growth", "max_interval", "jitter"):
        value = getattr(waiter, key)
        if value not in (None, ""):
            parts.append(f"{key}={literal(value)}")
    return f"Waiter({', '.join(parts)})"
