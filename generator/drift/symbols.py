"""Which names of the client come from which place of the spec, for what a change does to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..pipeline import Planned
from ..spec.openapi import join
from ..surface import Method, Resource
from ..surface.python_types import Types
from .effects import SymbolMap

SCHEMAS = "/components/schemas"


def symbols(planned: Planned) -> SymbolMap:
    """The map of a laid out client. Pointers are those of the normalised spec, with the vendor's names."""
    found: dict[str, dict[str, str]] = {}
    types = Types.of(planned.lowered)
    for name, schema in types.components.items():
        _component(name, schema, types, found)
    waited: dict[str, list[str]] = {}
    for resource, method in planned.surface.methods():
        for wait in method.waiters:
            if wait.create is not None:
                name = f"{wait.create.name}_and_{wait.name}"
                waited.setdefault(wait.create.key, []).append(".".join((*resource.path, name)))
    for resource, method in planned.surface.methods():
        _method(resource, method, types, found, waited.get(method.key, ()))
    base = planned.described.spec.get("servers") or [{}]
    client = planned.described.provider.client
    found["/servers"] = {f"{client}(base_url)": str(base[0].get("url", "")) if isinstance(base[0], dict) else ""}
    return found


def _pointer(name: str, schema: dict[str, Any]) -> str:
    return join(SCHEMAS, schema.get("x-name", name))


def _component(name: str, schema: dict[str, Any], types: Types, found: dict[str, dict[str, str]]) -> None:
    pointer = _pointer(name, schema)
    here = found.setdefault(pointer, {})
    here[name] = "a class" if not schema.get("x-alias") else types.annotation(schema)
    if "enum" in schema:
        for member, value in zip(schema.get("x-enum-varnames", ()), schema["enum"], strict=False):
            here[f"{name}.{member}"] = repr(value)
        return
    required = schema.get("required", ())
    for wire, use in schema.get("properties", {}).items():
        field = use.get("x-python-name", wire)
        annotation = types.annotation(use) + ("" if wire in required else " | Unset")
        found.setdefault(join(pointer, "properties", wire), {})[f"{name}.{field}"] = annotation


def _method(
    resource: Resource, method: Method, types: Types, found: dict[str, dict[str, str]], waited: Sequence[str]
) -> None:
    """Enter a method and its arguments; `waited` are the methods that create and wait, which take the same."""
    symbol = ".".join((*resource.path, method.name))
    found.setdefault(method.key, {})[symbol] = f"returns {method.returns}"
    secured = " or ".join("+".join(one) or "no key" for one in method.at.operation.get("security") or [{}])
    found.setdefault(join(method.at.pointer, "security"), {})[symbol] = f"sends {secured}"
    for argument in method.arguments:
        said = {f"{one}({argument.name})": argument.annotation for one in (symbol, *waited)}
        in_body = argument.location in ("field", "body")
        part = "body" if in_body else f"{argument.location} {argument.wire}"
        found.setdefault(f"{method.key} {part}", {}).update(said)
    sent = _body(method, types)
    if sent is not None and method.body is not None and method.body.fields:
        for argument in method.arguments:
            if argument.location == "field":
                pointer = join(_pointer(*sent), "properties", argument.wire)
                for one in (symbol, *waited):
                    found.setdefault(pointer, {})[f"{one}({argument.name})"] = argument.annotation


def _body(method: Method, types: Types) -> tuple[str, dict[str, Any]] | None:
    """The component that a method's arguments fill, by its name in the client."""
    content = (method.at.operation.get("requestBody") or {}).get("content") or {}
    for value in content.values():
        name = str(value.get("schema", {}).get("$ref", "")).rpartition("/")[2]
        if name in types.components:
            return name, types.components[name]
    return None
