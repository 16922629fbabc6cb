"""The arguments of a method: its parameters, then the body's properties or the body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ..lowerings.parameter_style import STYLES
from ..spec.openapi import OperationAt
from .client_values import Argument, Body
from .media import body_kind, body_rank, sent_as
from .python_types import Types

RESERVED: Final = frozenset(("self", "extra_body", "created", "on_poll"))
"""Names that a generated method needs for itself."""


def parameters(types: Types, at: OperationAt) -> tuple[Argument, ...]:
    """One argument for each parameter."""
    found: list[Argument] = []
    taken = set(RESERVED)
    for parameter in at.operation.get("parameters", []):
        use = {**parameter.get("schema", {})}
        for key in ("description", "deprecated", "example"):
            if key in parameter:
                use[key] = parameter[key]
        name = _free(parameter["x-python-name"], taken)
        required = bool(parameter.get("required"))
        found.append(_argument(types, name, parameter["name"], parameter["in"], use, required))
    return tuple(found)


def body(types: Types, at: OperationAt, taken: set[str]) -> tuple[Body | None, tuple[Argument, ...]]:
    """How the body is sent, and the arguments that make it up; `taken` are the names of the parameters."""
    said = at.operation.get("requestBody") or {}
    media = chosen_body(at)
    if media is None:
        return None, ()
    value = said["content"][media]
    use = value.get("schema", {})
    kind = body_kind(media, use)
    required = bool(said.get("required"))
    taken = taken | RESERVED
    fields = _fields(types, use, required, taken) if kind in ("json", "multipart", "form") else None
    optional = fields is not None and not required and (kind == "multipart" or _needs(types, use))
    sent = Body(
        sent_as(media, kind),
        kind,
        fields is not None,
        required,
        tuple(_encodings(value)),
        tuple(_styles(value)),
        optional,
    )
    if fields is None:
        whole = dict(_whole(types, kind, use))
        if said.get("description"):
            whole["description"] = said["description"]
        fields = (_argument(types, _free("body", taken), "", "body", whole, required),)
    return sent, fields


def chosen_body(at: OperationAt) -> str | None:
    """The media type that the method sends, or None for an operation without a body."""
    content = (at.operation.get("requestBody") or {}).get("content") or {}
    return min(content, key=lambda media: body_rank(media, content[media].get("schema", {})), default=None)


def _whole(types: Types, kind: str, use: dict[str, Any]) -> dict[str, Any]:
    """The use of a body that is one argument: what is no JSON is text or a file, whatever its schema says."""
    if kind == "text":
        return {"type": "string"}
    if kind == "bytes":
        return {"type": "string", "format": "binary"}
    if kind in ("multipart", "form") and not _is_object(types, use):
        return {"type": "object", "additionalProperties": True}
    return use


def _is_object(types: Types, use: dict[str, Any]) -> bool:
    """Whether each value of a use is an object."""
    return all((types.target(member) or member).get("type") == "object" for member in types.members(use))


def _fields(types: Types, use: dict[str, Any], required: bool, taken: set[str]) -> tuple[Argument, ...] | None:
    """The body's properties as arguments, or None for a body that is one value."""
    model = types.target(use)
    if model is None or not model.get("properties") or use.get("x-nullable") or model.get("x-alias"):
        return None
    needed = set(model.get("required", ())) if required else set()
    return tuple(
        _argument(types, _free(value["x-python-name"], taken, "body_"), wire, "field", value, wire in needed)
        for wire, value in model["properties"].items()
        if not value.get("readOnly")
    )


def _needs(types: Types, use: dict[str, Any]) -> bool:
    """Whether an empty object lacks something that its sender has to say."""
    model = types.target(use) or {}
    return any(not model["properties"][wire].get("readOnly") for wire in model.get("required", ()))


def _free(name: str, taken: set[str], prefix: str = "") -> str:
    """The name, or one like it that no other argument has."""
    if prefix and name in taken:
        name = f"{prefix}{name}"
    while name in taken:
        name += "_"
    taken.add(name)
    return name


def _argument(types: Types, name: str, wire: str, location: str, use: dict[str, Any], required: bool) -> Argument:
    annotation = types.annotation(use, "argument")
    return Argument(name, wire, location, use, required, annotation if required else f"{annotation} | Unset")


def _encodings(value: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, encoding in sorted((value.get("encoding") or {}).items()):
        if isinstance(encoding, dict) and isinstance(encoding.get("contentType"), str):
            yield name, encoding["contentType"]


def _styles(value: dict[str, Any]) -> Iterator[tuple[str, tuple[str, bool, bool]]]:
    """How a form writes the properties that name a style: Stripe's nested objects are `deepObject`.

    A property with a content type is written in that instead.
    """
    for name, said in sorted((value.get("encoding") or {}).items()):
        if isinstance(said, dict) and "contentType" not in said and said.keys() & {"style", "explode", "allowReserved"}:
            style = str(said.get("style") if said.get("style") in STYLES["query"] else "form")
            explode = said.get("explode", style in ("form", "deepObject"))
            yield name, (style, bool(explode), said.get("allowReserved") is True)
